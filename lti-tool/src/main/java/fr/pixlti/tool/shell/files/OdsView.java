package fr.pixlti.tool.shell.files;

import java.nio.charset.StandardCharsets;

/** How an ODS is first shown: the part {@code settings.xml} of the file (OpenDocument 1.2, part 1, §3.10). */
final class OdsView {

    private static final String SETTINGS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <office:document-settings xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0" office:version="1.2">
             <office:settings>
              <config:config-item-set config:name="ooo:view-settings">
               <config:config-item-map-indexed config:name="Views">
                <config:config-item-map-entry>
                 <config:config-item config:name="ViewId" config:type="string">view1</config:config-item>
                 <config:config-item-map-named config:name="Tables">
                  <config:config-item-map-entry config:name="%s">
                   <config:config-item config:name="HorizontalSplitMode" config:type="short">0</config:config-item>
                   <config:config-item config:name="VerticalSplitMode" config:type="short">2</config:config-item>
                   <config:config-item config:name="VerticalSplitPosition" config:type="int">1</config:config-item>
                   <config:config-item config:name="ActiveSplitRange" config:type="short">2</config:config-item>
                   <config:config-item config:name="PositionBottom" config:type="int">1</config:config-item>
                  </config:config-item-map-entry>
                 </config:config-item-map-named>
                 <config:config-item config:name="ActiveTable" config:type="string">%s</config:config-item>
                </config:config-item-map-entry>
               </config:config-item-map-indexed>
              </config:config-item-set>
             </office:settings>
            </office:document-settings>
            """;

    private OdsView() {}

    /** The first row stays where it is while the others are scrolled. @param sheet free of markup */
    static byte[] frozenHeader(String sheet) {
        return SETTINGS.formatted(sheet, sheet).getBytes(StandardCharsets.UTF_8);
    }
}
