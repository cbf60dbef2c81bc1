/// The structure of subscription lists in OPML 2.0 as a RELAX NG schema, written from its specification.
///
/// What the specification leaves to processors (other types, `created`, `isComment`) is not in it: it
/// describes lists of feeds. See <http://opml.org/spec2.opml>.
enum OPMLGrammar {
  static let source: StaticString = """
    <grammar xmlns="http://relaxng.org/ns/structure/1.0"
      datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
    <start><element name="opml">
      <attribute name="version"><value>2.0</value></attribute>
      <element name="head"><interleave>
        <optional><element name="title"><text/></element></optional>
        <optional><element name="dateCreated"><text/></element></optional>
        <optional><element name="dateModified"><text/></element></optional>
        <optional><element name="ownerName"><text/></element></optional>
        <optional><element name="ownerEmail"><text/></element></optional>
        <optional><element name="ownerId"><text/></element></optional>
        <optional><element name="docs"><text/></element></optional>
        <optional><element name="expansionState"><text/></element></optional>
      </interleave></element>
      <element name="body"><oneOrMore><ref name="outline"/></oneOrMore></element>
    </element></start>

    <define name="outline"><choice><ref name="feed"/><ref name="group"/></choice></define>

    <define name="feed"><element name="outline">
      <attribute name="type"><value>rss</value></attribute>
      <ref name="words"/>
      <attribute name="xmlUrl"><ref name="address"/></attribute>
      <optional><attribute name="htmlUrl"><ref name="address"/></attribute></optional>
      <optional><attribute name="description"><text/></attribute></optional>
      <optional><attribute name="language"><data type="language"/></attribute></optional>
      <optional><attribute name="version">
        <choice><value>RSS1</value><value>RSS</value><value>scriptingNews</value></choice>
      </attribute></optional>
    </element></define>

    <define name="group"><element name="outline">
      <ref name="words"/>
      <oneOrMore><ref name="outline"/></oneOrMore>
    </element></define>

    <define name="words">
      <attribute name="text"><ref name="filled"/></attribute>
      <optional><attribute name="title"><ref name="filled"/></attribute></optional>
    </define>

    <define name="filled"><data type="string"><param name="minLength">1</param></data></define>

    <define name="address">
      <data type="anyURI"><param name="pattern">https?://.+</param></data>
    </define>
    </grammar>
    """
}
