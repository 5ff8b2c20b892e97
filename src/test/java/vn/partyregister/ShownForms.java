package vn.partyregister;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.util.HtmlUtils;
import vn.partyregister.Endpoints.Endpoint;

/** The forms that pages show: where each leads, and the names of its fields. */
@NullUnmarked
final class ShownForms {
    private static final Pattern FORM = Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern FIELD =
            Pattern.compile("<(?:input|select|textarea|button)\\b[^>]*\\sname=\"([^\"]+)\"[^>]*>");

    private final List<Form> forms = new ArrayList<>();

    private record Form(RequestMethod method, String path, Set<String> fields) {}

    /** Notes the forms of a page. */
    void add(String page) {
        FORM.matcher(page).results().forEach(found -> {
            var says = found.group(1);
            var path = HtmlUtils.htmlUnescape(attribute(says, "action")).replaceAll("[?#].*", "");
            var method = attribute(says, "method").equalsIgnoreCase("post") ? RequestMethod.POST : RequestMethod.GET;
            var fields = names(found.group(2));
            var id = attribute(says, "id");
            if (!id.isEmpty()) {
                FIELD.matcher(page)
                        .results()
                        .filter(field -> attribute(field.group(), "form").equals(id))
                        .forEach(field -> fields.add(field.group(1)));
            }
            forms.add(new Form(method, path, fields));
        });
    }

    private static Set<String> names(String html) {
        var names = new LinkedHashSet<String>();
        FIELD.matcher(html).results().forEach(field -> names.add(HtmlUtils.htmlUnescape(field.group(1))));
        return names;
    }

    private static String attribute(String tag, String name) {
        var found = Pattern.compile("(?:^|\\s)" + name + "=\"([^\"]*)\"").matcher(tag);
        return found.find() ? found.group(1) : "";
    }

    /** What all forms that lead to an endpoint send. */
    Set<String> fields(Endpoint endpoint) {
        var fields = new LinkedHashSet<String>();
        forms.stream()
                .filter(form -> endpoint.takes(form.method(), form.path()))
                .forEach(form -> fields.addAll(form.fields()));
        fields.remove("_csrf");
        return fields;
    }
}
