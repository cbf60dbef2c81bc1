/// The structure of Atom 1.0 as a RELAX NG schema, written from RFC 4287.
///
/// It starts at a feed or at an entry, so that entries can be judged one at a time and a feed
/// without them. Values (dates, addresses, media types) are left to the rules, which say more.
/// Elements of other namespaces may stand wherever section 6 lets them. No interleave stands directly
/// in another: libxml2 cuts and mends the list of children for each, and loses part of it so.
/// See <https://www.rfc-editor.org/rfc/rfc4287>.
enum AtomGrammar {
  static let source: StaticString = """
    <grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.w3.org/2005/Atom">
    <start><choice><ref name="feed"/><ref name="entry"/></choice></start>

    <define name="feed"><element name="feed">
      <ref name="common"/>
      <interleave>
        <ref name="id"/>
        <ref name="title"/>
        <ref name="updated"/>
        <optional><ref name="subtitle"/></optional>
        <optional><ref name="icon"/></optional>
        <optional><ref name="logo"/></optional>
        <optional><ref name="generator"/></optional>
        <zeroOrMore><ref name="author"/></zeroOrMore>
        <zeroOrMore><ref name="contributor"/></zeroOrMore>
        <zeroOrMore><ref name="category"/></zeroOrMore>
        <zeroOrMore><ref name="link"/></zeroOrMore>
        <optional><ref name="rights"/></optional>
        <zeroOrMore><ref name="foreignElement"/></zeroOrMore>
        <zeroOrMore><ref name="entry"/></zeroOrMore>
      </interleave>
    </element></define>

    <define name="entry"><element name="entry">
      <ref name="common"/>
      <interleave>
        <ref name="id"/>
        <ref name="title"/>
        <ref name="updated"/>
        <optional><ref name="published"/></optional>
        <optional><ref name="summary"/></optional>
        <optional><ref name="content"/></optional>
        <optional><ref name="source"/></optional>
        <zeroOrMore><ref name="author"/></zeroOrMore>
        <zeroOrMore><ref name="contributor"/></zeroOrMore>
        <zeroOrMore><ref name="category"/></zeroOrMore>
        <zeroOrMore><ref name="link"/></zeroOrMore>
        <optional><ref name="rights"/></optional>
        <zeroOrMore><ref name="foreignElement"/></zeroOrMore>
      </interleave>
    </element></define>

    <define name="source"><element name="source">
      <ref name="common"/>
      <interleave>
        <optional><ref name="id"/></optional>
        <optional><ref name="title"/></optional>
        <optional><ref name="updated"/></optional>
        <optional><ref name="subtitle"/></optional>
        <optional><ref name="icon"/></optional>
        <optional><ref name="logo"/></optional>
        <optional><ref name="generator"/></optional>
        <zeroOrMore><ref name="author"/></zeroOrMore>
        <zeroOrMore><ref name="contributor"/></zeroOrMore>
        <zeroOrMore><ref name="category"/></zeroOrMore>
        <zeroOrMore><ref name="link"/></zeroOrMore>
        <optional><ref name="rights"/></optional>
        <zeroOrMore><ref name="foreignElement"/></zeroOrMore>
      </interleave>
    </element></define>

    <define name="id"><element name="id"><ref name="plain"/></element></define>
    <define name="updated"><element name="updated"><ref name="plain"/></element></define>
    <define name="published"><element name="published"><ref name="plain"/></element></define>
    <define name="icon"><element name="icon"><ref name="plain"/></element></define>
    <define name="logo"><element name="logo"><ref name="plain"/></element></define>
    <define name="title"><element name="title"><ref name="textConstruct"/></element></define>
    <define name="subtitle"><element name="subtitle"><ref name="textConstruct"/></element></define>
    <define name="summary"><element name="summary"><ref name="textConstruct"/></element></define>
    <define name="rights"><element name="rights"><ref name="textConstruct"/></element></define>
    <define name="author"><element name="author"><ref name="person"/></element></define>
    <define name="contributor"><element name="contributor"><ref name="person"/></element></define>

    <define name="generator"><element name="generator">
      <optional><attribute name="uri" ns=""/></optional>
      <optional><attribute name="version" ns=""/></optional>
      <ref name="plain"/>
    </element></define>

    <define name="category"><element name="category">
      <attribute name="term" ns=""/>
      <optional><attribute name="scheme" ns=""/></optional>
      <optional><attribute name="label" ns=""/></optional>
      <ref name="common"/>
      <ref name="undefinedContent"/>
    </element></define>

    <define name="link"><element name="link">
      <attribute name="href" ns=""/>
      <optional><attribute name="rel" ns=""/></optional>
      <optional><attribute name="type" ns=""/></optional>
      <optional><attribute name="hreflang" ns=""/></optional>
      <optional><attribute name="title" ns=""/></optional>
      <optional><attribute name="length" ns=""/></optional>
      <ref name="common"/>
      <ref name="undefinedContent"/>
    </element></define>

    <define name="person">
      <ref name="common"/>
      <interleave>
        <element name="name"><ref name="plain"/></element>
        <optional><element name="uri"><ref name="plain"/></element></optional>
        <optional><element name="email"><ref name="plain"/></element></optional>
        <zeroOrMore><ref name="foreignElement"/></zeroOrMore>
      </interleave>
    </define>

    <define name="plain"><ref name="common"/><text/></define>

    <define name="textConstruct">
      <ref name="common"/>
      <choice>
        <group>
          <optional><attribute name="type" ns=""><choice>
            <value>text</value><value>html</value>
          </choice></attribute></optional>
          <text/>
        </group>
        <group>
          <attribute name="type" ns=""><value>xhtml</value></attribute>
          <ref name="division"/>
        </group>
      </choice>
    </define>

    <define name="content"><element name="content">
      <ref name="common"/>
      <choice>
        <group>
          <attribute name="type" ns=""><value>xhtml</value></attribute>
          <ref name="division"/>
        </group>
        <group>
          <optional><attribute name="type" ns=""/></optional>
          <attribute name="src" ns=""/>
          <empty/>
        </group>
        <group>
          <optional><attribute name="type" ns=""/></optional>
          <ref name="anything"/>
        </group>
      </choice>
    </element></define>

    <define name="division"><element name="div" ns="http://www.w3.org/1999/xhtml">
      <ref name="anyAttributes"/><ref name="anything"/>
    </element></define>

    <define name="common">
      <zeroOrMore><attribute><anyName><except><nsName ns=""/></except></anyName></attribute></zeroOrMore>
    </define>

    <define name="undefinedContent">
      <zeroOrMore><choice><text/><ref name="foreignElement"/></choice></zeroOrMore>
    </define>
    <define name="foreignElement">
      <element><anyName><except><nsName/></except></anyName>
        <ref name="anyAttributes"/><ref name="anything"/>
      </element>
    </define>

    <define name="anything">
      <zeroOrMore><choice><text/><ref name="anyElement"/></choice></zeroOrMore>
    </define>
    <define name="anyElement">
      <element><anyName/><ref name="anyAttributes"/><ref name="anything"/></element>
    </define>
    <define name="anyAttributes">
      <zeroOrMore><attribute><anyName/></attribute></zeroOrMore>
    </define>
    </grammar>
    """
}
