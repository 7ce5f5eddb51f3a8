package app.retour.rules.evaluation;

import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Reads models and cases of the DMN conformance kit. */
final class DmnFile {
    private DmnFile() {}

    static Element model(String name) throws Exception {
        return parsed(name, name + ".dmn");
    }

    static Element tests(String name) throws Exception {
        return parsed(name, name + "-test-01.xml");
    }

    private static Element parsed(String folder, String file) throws Exception {
        var path = Conformance.suite("dmn-tck").resolve(folder).resolve(file);
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(path.toFile()).getDocumentElement();
    }

    static Element first(Element within, String name) {
        return elements(within, name).getFirst();
    }

    static List<Element> elements(Element within, String name) {
        var nodes = within.getElementsByTagNameNS("*", name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(node -> node.getNodeType() == Node.ELEMENT_NODE)
                .map(Element.class::cast)
                .toList();
    }

    static Element input(Element testCase, String name) {
        return elements(testCase, "inputNode").stream()
                .filter(node -> node.getAttribute("name").equalsIgnoreCase(name))
                .map(node -> first(node, "value"))
                .findFirst()
                .orElseThrow();
    }

    static String text(Element within) {
        return first(within, "text").getTextContent().strip();
    }

    static List<String> values(Element expected) {
        return elements(expected, "value").stream()
                .map(value -> value.getTextContent().strip())
                .toList();
    }
}
