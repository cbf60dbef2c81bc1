export const title = 'Cork Line';
export const description = 'What floats';
export const url = 'https://cork.example/';
