export const SITE_TITLE: string = "Comet's Tail";
export const SITE_DESCRIPTION = 'Dust and ice';
