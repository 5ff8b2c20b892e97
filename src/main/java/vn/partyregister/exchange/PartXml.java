package vn.partyregister.exchange;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.Refusal;

/** A part of a workbook read as XML, forward only; document types and entities are refused. */
final class PartXml implements AutoCloseable {
    private static final int LONGEST_TEXT = 1 << 20;

    private static final XMLInputFactory XML = new InputFactoryImpl();

    static {
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XML.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        XML.setProperty(XMLInputFactory.IS_COALESCING, false);
    }

    private final XMLStreamReader reader;
    private final InputStream in;

    PartXml(InputStream in) {
        this.in = in;
        try {
            reader = XML.createXMLStreamReader(in);
        } catch (XMLStreamException _) {
            throw WorkbookPackage.broken();
        }
    }

    XMLStreamReader reader() {
        return reader;
    }

    /** The next event; document types and entities are refused. */
    int next() {
        try {
            var event = reader.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new Refusal.NotReadable("import.refused.entity");
            }
            return event;
        } catch (XMLStreamException _) {
            throw WorkbookPackage.broken();
        }
    }

    boolean hasNext() {
        try {
            return reader.hasNext();
        } catch (XMLStreamException _) {
            throw WorkbookPackage.broken();
        }
    }

    /** Goes on to the next element of that name, in any namespace; false at the end. */
    boolean toElement(String name) {
        while (hasNext()) {
            if (next() == XMLStreamConstants.START_ELEMENT
                    && reader.getLocalName().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** The attribute of that local name, in any namespace. */
    @Nullable
    String attribute(String name) {
        for (var at = 0; at < reader.getAttributeCount(); at++) {
            if (reader.getAttributeLocalName(at).equals(name)) {
                return reader.getAttributeValue(at);
            }
        }
        return null;
    }

    /** Whether that attribute is there and says yes. */
    boolean isTrue(String name) {
        return isTrueAs(attribute(name));
    }

    /** How a schema writes yes. */
    static boolean isTrueAs(@Nullable String written) {
        return "1".equals(written) || "true".equals(written);
    }

    int number(String name, int otherwise) {
        var written = attribute(name);
        try {
            return written == null ? otherwise : Integer.parseInt(written);
        } catch (NumberFormatException _) {
            throw WorkbookPackage.broken();
        }
    }

    /** The text of the element that has just begun, up to its end; what stands in inner elements included. */
    String text() {
        var text = new StringBuilder();
        var depth = 1;
        while (depth > 0) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    text.append(reader.getText());
                    if (text.length() > LONGEST_TEXT) {
                        throw WorkbookPackage.bomb();
                    }
                }
                default -> {}
            }
        }
        return text.toString();
    }

    @Override
    public void close() {
        try {
            reader.close();
            in.close();
        } catch (XMLStreamException | IOException _) {
            throw WorkbookPackage.broken();
        }
    }
}
