package fr.pixlti.tool.content.domain.exchange;

import fr.pixlti.tool.shared.DomainError;
import java.io.ByteArrayInputStream;
import java.util.function.Predicate;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML that somebody sent: a document type is refused whole, so there are no entities to expand and nothing is
 * fetched; nesting is bounded.
 */
final class SafeXml {

    private static final int DEEPEST = 60;
    private static final XMLInputFactory FACTORY = factory();

    private SafeXml() {}

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("Nothing is fetched");
        });
        return factory;
    }

    /** The whole document. @throws DomainError {@code content.exchange-unreadable} or {@code content.exchange-unsafe} */
    static XmlElement whole(byte[] bytes) {
        XmlElement[] root = new XmlElement[1];
        each(bytes, name -> true, element -> {
            root[0] = element;
            return false;
        });
        if (root[0] == null) {
            throw unreadable();
        }
        return root[0];
    }

    /**
     * Hands out, one by one, the outermost elements with such a name, so that a long file never stands whole in memory.
     *
     * @param take whether it wants more
     * @throws DomainError {@code content.exchange-unreadable} or {@code content.exchange-unsafe}
     */
    static void each(byte[] bytes, Predicate<String> names, Predicate<XmlElement> take) {
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(bytes));
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.DTD) {
                    throw new DomainError("content.exchange-unsafe", DomainError.Kind.INVALID);
                }
                if (event == XMLStreamConstants.START_ELEMENT && names.test(reader.getLocalName())
                        && !take.test(element(reader, 1))) {
                    return;
                }
            }
        } catch (XMLStreamException e) {
            throw unreadable();
        }
    }

    private static XmlElement element(XMLStreamReader reader, int depth) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw new DomainError("content.exchange-unsafe", DomainError.Kind.INVALID);
        }
        XmlElement element = new XmlElement(reader.getLocalName());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            element.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        while (true) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> element.add(element(reader, depth + 1));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    element.add(reader.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    return element;
                }
                case XMLStreamConstants.ENTITY_REFERENCE, XMLStreamConstants.DTD ->
                    throw new DomainError("content.exchange-unsafe", DomainError.Kind.INVALID);
                default -> {
                    // comments and processing instructions say nothing
                }
            }
        }
    }

    private static DomainError unreadable() {
        return new DomainError("content.exchange-unreadable", DomainError.Kind.INVALID);
    }
}
