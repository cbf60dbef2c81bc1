export const SITE = {
  website: "https://fern.example/",
  author: "Fen",
  title: "Fern",
  lang: "en",
  timezone: "Asia/Bangkok",
} as const;
