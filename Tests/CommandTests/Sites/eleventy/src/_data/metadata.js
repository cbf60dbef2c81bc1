module.exports = {
  title: "Pebble's Notes",
  url: "https://pebble.example/",
  language: "en",
  author: { name: "Pip Stone" },
};
