const siteMetadata = {
  title: `Fog Signals`,
  description: `Heard, not seen`,
  siteUrl: `https://fog.example/`,
};
module.exports = {
  siteMetadata,
  plugins: [
    { resolve: `gatsby-source-filesystem`, options: { path: `${__dirname}/content/blog`, name: `blog` } },
    { resolve: `gatsby-source-filesystem`, options: { path: `${__dirname}/content/assets` } },
  ],
};
