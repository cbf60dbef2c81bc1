exports.createPages = async ({ actions }) => {
  posts.forEach((post) => actions.createPage({ path: `/notes${post.fields.slug}` }));
};
