package fr.pixlti.tool.content.domain;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** An SVG from outside: it must have a viewBox, run nothing and load nothing. */
public final class SafeDrawing {

    private static final Set<String> REFUSED = Set.of("script", "foreignobject", "iframe", "object", "embed", "a",
            "animate", "animatetransform", "animatemotion", "set", "handler", "audio", "video");

    private SafeDrawing() {}

    public static List<Fault> faults(String path, byte[] bytes) {
        List<Fault> faults = new ArrayList<>();
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
            boolean root = true;
            for (; xml.hasNext(); xml.next()) {
                if (xml.getEventType() == XMLStreamConstants.DTD
                        || xml.getEventType() == XMLStreamConstants.PROCESSING_INSTRUCTION) {
                    faults.add(new Fault(path, line(xml), "a drawing has no DOCTYPE and no instructions to programs"));
                } else if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
                    if (root && (!"svg".equals(xml.getLocalName()) || xml.getAttributeValue(null, "viewBox") == null)) {
                        faults.add(new Fault(path, line(xml), "this is no SVG, or one without a viewBox"));
                    }
                    root = false;
                    element(path, xml, faults);
                }
            }
        } catch (XMLStreamException e) {
            faults.add(new Fault(path, e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber()),
                    "this is not well-formed XML"));
        }
        return faults;
    }

    private static void element(String path, XMLStreamReader xml, List<Fault> faults) {
        String name = xml.getLocalName();
        if (REFUSED.contains(name.toLowerCase(Locale.ROOT))) {
            faults.add(new Fault(path, line(xml), "a drawing has no <" + name + ">"));
        }
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String attribute = xml.getAttributeLocalName(i).toLowerCase(Locale.ROOT);
            String value = xml.getAttributeValue(i).strip().toLowerCase(Locale.ROOT);
            boolean leaves = Set.of("href", "src").contains(attribute) && !value.startsWith("#")
                    && !value.startsWith("data:image/");
            boolean loads = value.contains("url(") && !value.replace(" ", "").replace("'", "").contains("url(#");
            if (attribute.startsWith("on") || leaves || loads) {
                faults.add(new Fault(path, line(xml),
                        "a drawing runs nothing and loads nothing: `" + xml.getAttributeLocalName(i) + "`"));
            }
        }
    }

    private static int line(XMLStreamReader xml) {
        return Math.max(1, xml.getLocation().getLineNumber());
    }
}
