package vn.partyregister.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The small XML parts of a workbook, each read, changed and written as a whole. */
final class SmallParts {
    static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private SmallParts() {}

    static Element child(Element parent, String name) {
        var namespace = parent.getNamespaceURI();
        var prefix = parent.getPrefix();
        var child = parent.getOwnerDocument().createElementNS(namespace, prefix == null ? name : prefix + ":" + name);
        parent.appendChild(child);
        return child;
    }

    static List<Element> elements(Node below, String name) {
        var found = new ArrayList<Element>();
        var start = below instanceof Document document ? document.getDocumentElement() : below;
        for (var node = start.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && name.equals(element.getLocalName())) {
                found.add(element);
            }
        }
        return found;
    }

    static Document document(WorkbookPackage parts, String part) {
        try (var in = parts.open(part)) {
            return builder().parse(in);
        } catch (IOException | SAXException _) {
            throw WorkbookPackage.broken();
        }
    }

    /** A small part that the program itself writes. */
    static Document parsed(String xml) {
        try {
            return builder().parse(new InputSource(new StringReader(xml)));
        } catch (IOException | SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where there is no such part yet. */
    static Document empty(String namespace, String root) {
        var document = builder().newDocument();
        document.appendChild(document.createElementNS(namespace, root));
        return document;
    }

    private static DocumentBuilder builder() {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    static void write(Document document, OutputStream to) {
        try {
            document.setXmlStandalone(true);
            TransformerFactory.newDefaultInstance()
                    .newTransformer()
                    .transform(new DOMSource(document), new StreamResult(to));
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }
}
