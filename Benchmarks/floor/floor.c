// floor CORPUS OUT GRAMMAR [THREADS]: what a feed publisher at least has to do, and nothing beside it.
//
// Reads every article, takes its front matter apart with libyaml, sorts, gives each category and each
// keyword its feed, renders with cmark-gfm what some feed shows, writes it once a format, joins those
// pieces to documents, writes them, and judges every byte: XML by libxml2, Atom by RELAX NG as well,
// JSON by a scanner. It looks at no mistake that a person could make: one, and it stops. To build
// feeds with the same libraries and the same certainty in much less time than this does not go without
// judging less than every document as a whole.
#define _GNU_SOURCE
#include "bytes.h"
#include "judge.h"
#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <dirent.h>
#include <dlfcn.h>
#include <libxml/xmlschemastypes.h>
#include <pthread.h>
#include <stdatomic.h>
#include <sys/stat.h>
#include <time.h>
#include <yaml.h>

enum { LIMIT = 20, MOST_KEYWORDS = 32, MOST_THREADS = 64, RSS = 0, ATOM, JSON, FORMATS };
#define SITE "https://example.com/"

// ---- articles and feeds

typedef struct {
  char *title, *slug, *date, *category, *author, *excerpt, *picture, *keywords[MOST_KEYWORDS];
  int keyword_count;
  atomic_bool is_shown;
  time_t when;
  Bytes body, pieces[FORMATS];
} Article;

typedef struct { const char *kind, *label; Article *articles[LIMIT]; int count; } Feed;

static const char *corpus, *out, *grammar;
static char **names;
static Article *articles, **newest;
static Feed *feeds, **table;
static size_t name_count, feed_count, table_size;
static atomic_size_t next_piece_of_work;

static void read_file(const char *name, Bytes *into) {
  char path[4096];
  snprintf(path, sizeof path, "%s/%s", corpus, name);
  FILE *file = fopen(path, "rb");
  if (!file) STOP("%s can't be opened", path);
  setvbuf(file, NULL, _IONBF, 0);
  into->count = 0;
  for (size_t got = 1; got; into->count += got) {
    reserve(into, 1 << 16);
    got = fread(into->at + into->count, 1, into->room - into->count - 1, file);
  }
  into->at[into->count] = 0;
  if (ferror(file)) STOP("%s can't be read", path);
  fclose(file);
}

static void take_value(Article *article, const char *key, char *value) {
  static const char *const keys[] = { "title", "slug", "date", "category", "author", "excerpt", "thumbnail" };
  char **fields[] = { &article->title, &article->slug, &article->date, &article->category,
                      &article->author, &article->excerpt, &article->picture };
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
    if (!strcmp(key, keys[i])) { *fields[i] = value; return; }
  free(value);
}

static void take_front_matter(Article *article, const char *text, size_t count, const char *name) {
  yaml_parser_t parser;
  yaml_event_t event;
  char *key = NULL;
  int is_list = 0, is_over = 0;
  if (!yaml_parser_initialize(&parser)) STOP("no memory");
  yaml_parser_set_input_string(&parser, (const unsigned char *)text, count);
  while (!is_over) {
    if (!yaml_parser_parse(&parser, &event)) STOP("%s: %s", name, parser.problem);
    if (event.type == YAML_SEQUENCE_START_EVENT) is_list = 1;
    if (event.type == YAML_SEQUENCE_END_EVENT) { is_list = 0; free(key); key = NULL; }
    if (event.type == YAML_SCALAR_EVENT) {
      char *value = strdup((const char *)event.data.scalar.value);
      if (is_list && article->keyword_count < MOST_KEYWORDS) article->keywords[article->keyword_count++] = value;
      else if (!key) key = value;
      else { take_value(article, key, value); free(key); key = NULL; }
    }
    is_over = event.type == YAML_STREAM_END_EVENT;
    yaml_event_delete(&event);
  }
  yaml_parser_delete(&parser);
  if (!article->title || !article->slug || !article->date || !article->category || !article->author ||
      !article->excerpt || !article->picture) STOP("%s: a field is missing", name);
  struct tm day = { 0 };
  if (sscanf(article->date, "%d-%d-%dT%d:%d:%d", &day.tm_year, &day.tm_mon, &day.tm_mday, &day.tm_hour,
             &day.tm_min, &day.tm_sec) < 3) STOP("%s: %s is no date", name, article->date);
  day.tm_year -= 1900, day.tm_mon -= 1;
  article->when = timegm(&day);
}

static void *read_articles(void *unused) {
  Bytes file = { 0 };
  for (size_t i; (i = next_piece_of_work++) < name_count;) {
    read_file(names[i], &file);
    char *end = file.count > 4 && !memcmp(file.at, "---\n", 4) ? strstr(file.at + 3, "\n---\n") : NULL;
    if (!end) STOP("%s has no front matter", names[i]);
    take_front_matter(&articles[i], file.at + 4, (size_t)(end + 1 - (file.at + 4)), names[i]);
    size_t start = (size_t)(end + 5 - file.at);
    Bytes *body = &articles[i].body;
    *body = (Bytes){ malloc(file.count - start + 1), file.count - start, file.count - start + 1 };
    memcpy(body->at, file.at + start, body->count);
  }
  free(file.at);
  return unused;
}

// ---- one article, in each format

// cmark-gfm switches a table of the whole process to and fro around each text, which a second thread
// falls over. This takes its function's place and never switches back.
static void (*switch_table)(cmark_parser *, int);
void cmark_manage_extensions_special_characters(cmark_parser *parser, int adds) {
  if (adds) switch_table(parser, adds);
}

static char *rendered(const Bytes *text) {
  static const char *const extensions[] = { "table", "strikethrough", "autolink" };
  cmark_parser *parser = cmark_parser_new(CMARK_OPT_UNSAFE);
  for (size_t i = 0; i < 3; i++)
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(extensions[i]));
  cmark_parser_feed(parser, text->at, text->count);
  cmark_node *root = cmark_parser_finish(parser);
  char *html = cmark_render_html(root, CMARK_OPT_UNSAFE, cmark_parser_get_syntax_extensions(parser));
  cmark_node_free(root);
  cmark_parser_free(parser);
  return html;
}

static void date_text(time_t when, const char *format, char text[40]) {
  struct tm day;
  strftime(text, 40, format, gmtime_r(&when, &day));
}
#define RFC3339 "%Y-%m-%dT%H:%M:%SZ"
#define RFC822 "%a, %d %b %Y %H:%M:%S +0000"

static void *write_pieces(void *unused) {
  for (size_t i; (i = next_piece_of_work++) < name_count;) {
    Article *a = newest[i];
    if (!a->is_shown) continue;
    char *html = rendered(&a->body), rfc822[40], rfc3339[40];
    date_text(a->when, RFC822, rfc822), date_text(a->when, RFC3339, rfc3339);
    Bytes *b = &a->pieces[RSS];
    xml(b, "<item>\n<title>", a->title, "</title>\n<link>" SITE), xml(b, "", a->slug, "/</link>\n<guid>" SITE);
    xml(b, "", a->slug, "/</guid>\n<pubDate>"), add(b, rfc822), xml(b, "</pubDate>\n<dc:creator>", a->author, "</dc:creator>\n");
    xml(b, "<category>", a->category, "</category>\n");
    for (int k = 0; k < a->keyword_count; k++) xml(b, "<category>", a->keywords[k], "</category>\n");
    xml(b, "<description>", a->excerpt, "</description>\n"), xml(b, "<media:thumbnail url=\"", a->picture, "\"/>\n");
    xml(b, "<content:encoded>", html, "</content:encoded>\n</item>\n");

    b = &a->pieces[ATOM];
    xml(b, "<entry>\n<title>", a->title, "</title>\n<id>" SITE), xml(b, "", a->slug, "/</id>\n<link href=\"" SITE);
    xml(b, "", a->slug, "/\"/>\n<published>"), add(b, rfc3339), add(b, "</published>\n<updated>"), add(b, rfc3339);
    xml(b, "</updated>\n<author><name>", a->author, "</name></author>\n<category term=\""), xml(b, "", a->category, "\"/>\n");
    for (int k = 0; k < a->keyword_count; k++) xml(b, "<category term=\"", a->keywords[k], "\"/>\n");
    xml(b, "<summary>", a->excerpt, "</summary>\n"), xml(b, "<media:thumbnail url=\"", a->picture, "\"/>\n");
    xml(b, "<content type=\"html\">", html, "</content>\n</entry>\n");

    b = &a->pieces[JSON];
    json(b, "{\"id\":\"" SITE, a->slug, "/\",\"url\":\"" SITE), json(b, "", a->slug, "/\",\"title\":\"");
    json(b, "", a->title, "\",\"summary\":\""), json(b, "", a->excerpt, "\",\"image\":\""), json(b, "", a->picture, "\"");
    add(b, ",\"date_published\":\""), add(b, rfc3339), json(b, "\",\"authors\":[{\"name\":\"", a->author, "\"}]");
    json(b, ",\"tags\":[\"", a->category, "\"");
    for (int k = 0; k < a->keyword_count; k++) json(b, ",\"", a->keywords[k], "\"");
    json(b, "],\"content_html\":\"", html, "\"}");
    free(html);
  }
  return unused;
}

// ---- documents

static void slug_of(const char *label, char slug[512]) {
  size_t n = 0;
  int has_gap = 0;
  for (; *label && n < 500; label++) {
    int c = *label >= 'A' && *label <= 'Z' ? *label + 32 : *label;
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      if (has_gap && n) slug[n++] = '-';
      slug[n++] = (char)c, has_gap = 0;
    } else has_gap = 1;
  }
  slug[n] = 0;
}

static void head(Bytes *b, const Feed *feed, int format, const char *folder) {
  char date[40], title[600];
  date_text(feed->articles[0]->when, format == RSS ? RFC822 : RFC3339, date);
  snprintf(title, sizeof title, *feed->label ? "Bench: %s" : "Bench", feed->label);
  if (format == RSS) {
    add(b, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\""
      " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:media=\"http://search.yahoo.com/mrss/\">\n<channel>\n");
    xml(b, "<title>", title, "</title>\n<link>" SITE), xml(b, "", folder, "</link>\n<description>"), xml(b, "", title, "</description>\n");
    add(b, "<lastBuildDate>"), add(b, date), add(b, "</lastBuildDate>\n");
  } else if (format == ATOM) {
    add(b, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xmlns:media=\"http://search.yahoo.com/mrss/\">\n");
    xml(b, "<title>", title, "</title>\n<id>" SITE), xml(b, "", folder, "</id>\n<link rel=\"self\" href=\"" SITE);
    xml(b, "", folder, "atom.xml\"/>\n<updated>"), add(b, date), add(b, "</updated>\n");
  } else {
    json(b, "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"", title, "\",\"feed_url\":\"" SITE);
    json(b, "", folder, "feed.json\",\"items\":[\n");
  }
}

static void *write_documents(void *unused) {
  static const char *const files[] = { "rss.xml", "atom.xml", "feed.json" };
  static const char *const tails[] = { "</channel>\n</rss>\n", "</feed>\n", "\n]}\n" };
  Bytes b = { 0 };
  xmlRelaxNGParserCtxtPtr source = xmlRelaxNGNewParserCtxt(grammar);
  xmlRelaxNGPtr schema = xmlRelaxNGParse(source);
  if (!schema) STOP("%s is no grammar", grammar);
  for (size_t i; (i = next_piece_of_work++) < feed_count;) {
    Feed *feed = &feeds[i];
    char slug[512], folder[600] = "", path[4096];
    if (*feed->label) slug_of(feed->label, slug), snprintf(folder, sizeof folder, "%s/%s/", feed->kind, slug);
    snprintf(path, sizeof path, "%s/%s", out, folder);
    mkdir(path, 0777);
    for (int format = 0; format < FORMATS; format++) {
      b.count = 0;
      head(&b, feed, format, folder);
      for (int k = 0; k < feed->count; k++) {
        if (format == JSON && k) add(&b, ",\n");
        put(&b, feed->articles[k]->pieces[format].at, feed->articles[k]->pieces[format].count);
      }
      add(&b, tails[format]);
      snprintf(path, sizeof path, "%s/%s%s", out, folder, files[format]);
      FILE *file = fopen(path, "wb");
      if (!file) STOP("%s can't be written", path);
      setvbuf(file, NULL, _IONBF, 0);
      if (fwrite(b.at, 1, b.count, file) != b.count || fclose(file)) STOP("%s can't be written", path);
      int is_right = format == RSS ? is_well_formed(&b) : format == ATOM ? is_valid(&b, schema) : is_json(&b);
      if (!is_right) STOP("%s is not valid", path);
    }
  }
  xmlRelaxNGFree(schema), xmlRelaxNGFreeParserCtxt(source), free(b.at);
  return unused;
}

// ---- the run

static int newer_first(const void *left, const void *right) {
  const Article *a = *(Article *const *)left, *b = *(Article *const *)right;
  return a->when != b->when ? (a->when < b->when ? 1 : -1) : strcmp(a->slug, b->slug);
}

static void show(Article *article, const char *kind, const char *label) {
  size_t place = *kind;
  for (const char *c = label; *c; c++) place = place * 31 + (unsigned char)*c;
  for (place %= table_size; table[place]; place = (place + 1) % table_size)
    if (table[place]->kind == kind && !strcmp(table[place]->label, label)) break;
  if (!table[place]) {
    table[place] = &feeds[feed_count++];
    *table[place] = (Feed){ .kind = kind, .label = label };
  }
  Feed *feed = table[place];
  if (feed->count == LIMIT) return;
  feed->articles[feed->count++] = article;
  article->is_shown = 1;
}

static void in_threads(int threads, void *(*work)(void *)) {
  pthread_t others[MOST_THREADS];
  next_piece_of_work = 0;
  for (int i = 1; i < threads; i++) if (pthread_create(&others[i], NULL, work, NULL)) STOP("no thread");
  work(NULL);
  for (int i = 1; i < threads; i++) pthread_join(others[i], NULL);
}

int main(int count, char **arguments) {
  if (count < 4) STOP("usage: floor CORPUS OUT GRAMMAR [THREADS]");
  corpus = arguments[1], out = arguments[2], grammar = arguments[3];
  int threads = count > 4 ? atoi(arguments[4]) : 2;
  if (threads < 1 || threads > MOST_THREADS) STOP("1 to %d threads", MOST_THREADS);
  fill_tables();
  // What libxml2 and cmark-gfm set up at first use is not safe to set up in two threads.
  xmlInitParser(), xmlRelaxNGInitTypes(), xmlSchemaInitTypes(), xmlSetStructuredErrorFunc(NULL, ignore);
  cmark_gfm_core_extensions_ensure_registered();
  *(void **)&switch_table = dlsym(RTLD_NEXT, "cmark_manage_extensions_special_characters");
  if (!switch_table) STOP("this cmark-gfm has no table to switch");

  DIR *folder = opendir(corpus);
  if (!folder) STOP("%s can't be opened", corpus);
  for (struct dirent *entry; (entry = readdir(folder));) {
    if (*entry->d_name == '.') continue;
    if (!(name_count & (name_count - 1))) names = realloc(names, (name_count + 1) * 2 * sizeof *names);
    names[name_count++] = strdup(entry->d_name);
  }
  articles = calloc(name_count, sizeof *articles), newest = calloc(name_count, sizeof *newest);
  in_threads(threads, read_articles);

  size_t most = 1;
  for (size_t i = 0; i < name_count; i++) newest[i] = &articles[i], most += 1 + (size_t)articles[i].keyword_count;
  qsort(newest, name_count, sizeof *newest, newer_first);
  table_size = most * 2, table = calloc(table_size, sizeof *table), feeds = calloc(most, sizeof *feeds);
  for (size_t i = 0; i < name_count; i++) {
    show(newest[i], "site", ""), show(newest[i], "category", newest[i]->category);
    for (int k = 0; k < newest[i]->keyword_count; k++) show(newest[i], "keyword", newest[i]->keywords[k]);
  }
  in_threads(threads, write_pieces);

  char path[4096];
  const char *const folders[] = { "", "/category", "/keyword" };
  for (int i = 0; i < 3; i++) snprintf(path, sizeof path, "%s%s", out, folders[i]), mkdir(path, 0777);
  in_threads(threads, write_documents);
  return 0;
}
