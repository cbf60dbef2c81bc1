/// The structure of RSS 2.0 as a RELAX NG schema, written from the RSS Advisory Board's specification.
///
/// It starts at a document or at an item, so that items can be judged one at a time and a channel
/// without them. RSS's own names are in no namespace and closed; elements and attributes of any
/// namespace may stand in the document, the channel and its items, and such attributes anywhere.
/// Values are left to the rules. See <https://www.rssboard.org/rss-specification>.
enum RSSGrammar {
  static let source: StaticString = """
    <grammar xmlns="http://relaxng.org/ns/structure/1.0">
    <start><choice><ref name="rss"/><ref name="item"/></choice></start>

    <define name="rss"><element name="rss">
      <attribute name="version"/>
      <ref name="namespaced"/>
      <interleave><ref name="channel"/><ref name="modules"/></interleave>
    </element></define>

    <define name="channel"><element name="channel">
      <ref name="namespaced"/>
      <interleave>
        <element name="title"><ref name="words"/></element>
        <element name="link"><ref name="words"/></element>
        <element name="description"><ref name="words"/></element>
        <optional><element name="language"><ref name="words"/></element></optional>
        <optional><element name="copyright"><ref name="words"/></element></optional>
        <optional><element name="managingEditor"><ref name="words"/></element></optional>
        <optional><element name="webMaster"><ref name="words"/></element></optional>
        <optional><element name="pubDate"><ref name="words"/></element></optional>
        <optional><element name="lastBuildDate"><ref name="words"/></element></optional>
        <zeroOrMore><ref name="category"/></zeroOrMore>
        <optional><element name="generator"><ref name="words"/></element></optional>
        <optional><element name="docs"><ref name="words"/></element></optional>
        <optional><ref name="cloud"/></optional>
        <optional><element name="ttl"><ref name="words"/></element></optional>
        <optional><ref name="image"/></optional>
        <optional><element name="rating"><ref name="words"/></element></optional>
        <optional><ref name="textInput"/></optional>
        <optional><element name="skipHours"><ref name="namespaced"/>
          <oneOrMore><element name="hour"><ref name="words"/></element></oneOrMore>
        </element></optional>
        <optional><element name="skipDays"><ref name="namespaced"/>
          <oneOrMore><element name="day"><ref name="words"/></element></oneOrMore>
        </element></optional>
        <zeroOrMore><ref name="item"/></zeroOrMore>
        <ref name="modules"/>
      </interleave>
    </element></define>

    <define name="item"><element name="item">
      <ref name="namespaced"/>
      <interleave>
        <optional><element name="title"><ref name="words"/></element></optional>
        <optional><element name="link"><ref name="words"/></element></optional>
        <optional><element name="description"><ref name="words"/></element></optional>
        <optional><element name="author"><ref name="words"/></element></optional>
        <zeroOrMore><ref name="category"/></zeroOrMore>
        <optional><element name="comments"><ref name="words"/></element></optional>
        <zeroOrMore><ref name="enclosure"/></zeroOrMore>
        <optional><element name="guid">
          <optional><attribute name="isPermaLink"/></optional><ref name="words"/>
        </element></optional>
        <optional><element name="pubDate"><ref name="words"/></element></optional>
        <optional><element name="source"><attribute name="url"/><ref name="words"/></element></optional>
        <ref name="modules"/>
      </interleave>
    </element></define>

    <define name="category"><element name="category">
      <optional><attribute name="domain"/></optional><ref name="words"/>
    </element></define>

    <define name="enclosure"><element name="enclosure">
      <attribute name="url"/><attribute name="length"/><attribute name="type"/>
      <ref name="namespaced"/><empty/>
    </element></define>

    <define name="cloud"><element name="cloud">
      <attribute name="domain"/><attribute name="port"/><attribute name="path"/>
      <attribute name="registerProcedure"/><attribute name="protocol"/>
      <ref name="namespaced"/><empty/>
    </element></define>

    <define name="image"><element name="image">
      <ref name="namespaced"/>
      <interleave>
        <element name="url"><ref name="words"/></element>
        <element name="title"><ref name="words"/></element>
        <element name="link"><ref name="words"/></element>
        <optional><element name="width"><ref name="words"/></element></optional>
        <optional><element name="height"><ref name="words"/></element></optional>
        <optional><element name="description"><ref name="words"/></element></optional>
        <ref name="modules"/>
      </interleave>
    </element></define>

    <define name="textInput"><element name="textInput">
      <ref name="namespaced"/>
      <interleave>
        <element name="title"><ref name="words"/></element>
        <element name="description"><ref name="words"/></element>
        <element name="name"><ref name="words"/></element>
        <element name="link"><ref name="words"/></element>
        <ref name="modules"/>
      </interleave>
    </element></define>

    <define name="words"><ref name="namespaced"/><text/></define>

    <define name="namespaced">
      <zeroOrMore><attribute><anyName><except><nsName ns=""/></except></anyName></attribute></zeroOrMore>
    </define>
    <define name="modules">
      <zeroOrMore>
        <element><anyName><except><nsName ns=""/></except></anyName>
          <ref name="anyAttributes"/><ref name="anything"/>
        </element>
      </zeroOrMore>
    </define>
    <define name="anything">
      <zeroOrMore><choice><text/>
        <element><anyName/><ref name="anyAttributes"/><ref name="anything"/></element>
      </choice></zeroOrMore>
    </define>
    <define name="anyAttributes">
      <zeroOrMore><attribute><anyName/></attribute></zeroOrMore>
    </define>
    </grammar>
    """
}
