exports.siteConfig = { title: 'Hook', url: 'https://hook.example' };
