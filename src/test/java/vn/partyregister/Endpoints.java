package vn.partyregister;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.beans.BeanUtils;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;
import vn.partyregister.platform.OpenToAll;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;

/** Every endpoint of the program's own mapping, so that tests over all of them grow with it. */
@NullUnmarked
final class Endpoints {
    /** What the addresses of lists understand, whatever a handler declares. */
    static final Set<String> OF_LISTS = Set.of("q", "organisation", "asAt", "from", "to", "page", "sort", "lang");

    private static final String ON_PAPER_TOO = "{format:xlsx|csv|pdf}";

    private Endpoints() {}

    static List<Endpoint> of(RequestMappingHandlerMapping mapping) {
        var endpoints = new ArrayList<Endpoint>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            if (handler.getBeanType().getName().startsWith("vn.partyregister.")) {
                var methods = info.getMethodsCondition().getMethods();
                for (var method : methods.isEmpty() ? Set.of(RequestMethod.GET, RequestMethod.POST) : methods) {
                    info.getPatternValues().stream()
                            .flatMap(Endpoints::apart)
                            .forEach(pattern -> endpoints.add(new Endpoint(method, pattern, handler)));
                }
            }
        });
        endpoints.sort((one, other) -> one.toString().compareTo(other.toString()));
        return endpoints;
    }

    /** A list as a file and a list on paper are two answers, though one handler sends both. */
    private static Stream<String> apart(String pattern) {
        return pattern.endsWith(ON_PAPER_TOO)
                ? Stream.of(pattern.replace("|pdf}", "}"), pattern.replace(ON_PAPER_TOO, "pdf"))
                : Stream.of(pattern);
    }

    /** A way into the program. */
    record Endpoint(RequestMethod method, String pattern, HandlerMethod handler) {
        private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(?::([^{}]*))?}");

        boolean reads() {
            return method == RequestMethod.GET;
        }

        boolean isOpen() {
            return AnnotatedElementUtils.hasAnnotation(handler.getMethod(), OpenToAll.class)
                    || AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), OpenToAll.class);
        }

        Permission permission() {
            var own = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Permitted.class);
            var asked = own != null
                    ? own
                    : AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Permitted.class);
            return asked == null ? null : asked.value();
        }

        /** Variables of the path, in its order. */
        List<String> variables() {
            return VARIABLE.matcher(pattern)
                    .results()
                    .map(found -> found.group(1))
                    .toList();
        }

        /** The first word of the path: it tells whose {@code id} an {@code id} is. */
        String area() {
            return pattern.split("[/.{]", -1)[1];
        }

        /** The word of the path before a variable. */
        String before(String variable) {
            var words = List.of(template().split("/", -1));
            return words.get(Math.max(0, words.indexOf("{" + variable + "}") - 1));
        }

        /** The word of the path behind a variable; empty where the path ends with it. */
        String after(String variable) {
            var words = List.of(template().split("/", -1));
            var at = words.indexOf("{" + variable + "}") + 1;
            return 0 < at && at < words.size() ? words.get(at) : "";
        }

        /** The values a variable takes where the path lists them ({@code xlsx|csv}). */
        String listed(String variable) {
            return VARIABLE.matcher(pattern)
                    .results()
                    .filter(found -> found.group(1).equals(variable))
                    .map(found -> found.group(2))
                    .filter(values -> values != null && values.matches("\\w+(\\|\\w+)*"))
                    .map(values -> values.split("\\|")[0])
                    .findAny()
                    .orElse(null);
        }

        /** Whether it answers with a table or print to keep: the last word of its path has an ending. */
        boolean sendsFile() {
            return reads() && template().substring(template().lastIndexOf('/')).contains(".");
        }

        /** The path as a template without patterns. */
        String template() {
            return VARIABLE.matcher(pattern).replaceAll("{$1}");
        }

        /** Parameters and fields that the handler reads, and where it reads whatever comes, those of lists. */
        List<String> parameters() {
            var names = new LinkedHashSet<String>();
            for (var parameter : handler.getMethodParameters()) {
                parameter.initParameterNameDiscovery(new org.springframework.core.DefaultParameterNameDiscoverer());
                names.addAll(names(parameter));
            }
            if (readsWhateverComes()) {
                OF_LISTS.stream().sorted().forEach(names::add);
            }
            return List.copyOf(names);
        }

        /** The page whose list it takes out, or shows: its path up to the ending; itself where it is no file. */
        String page() {
            return sendsFile() ? template().substring(0, template().lastIndexOf('.')) : template();
        }

        /** Fields that bring a file. */
        Set<String> files() {
            var files = new LinkedHashSet<String>();
            for (var parameter : handler.getMethodParameters()) {
                parameter.initParameterNameDiscovery(new org.springframework.core.DefaultParameterNameDiscoverer());
                var type = parameter.nestedIfOptional().getNestedParameterType();
                if (bringsFile(type)
                        || bringsFile(ResolvableType.forMethodParameter(parameter)
                                .getGeneric()
                                .toClass())) {
                    files.addAll(names(parameter));
                } else if (type.isRecord()) {
                    Arrays.stream(type.getRecordComponents())
                            .filter(component -> bringsFile(component.getType()))
                            .forEach(component -> files.add(component.getName()));
                }
            }
            return files;
        }

        private static boolean bringsFile(Class<?> type) {
            return MultipartFile.class.isAssignableFrom(type);
        }

        /** Whether a request to this path would come here. */
        boolean takes(RequestMethod by, String path) {
            return method == by
                    && PathPatternParser.defaultInstance
                            .parse(pattern.replace("{*", "{"))
                            .matches(PathContainer.parsePath(path));
        }

        boolean readsWhateverComes() {
            return Arrays.stream(handler.getMethodParameters())
                    .map(MethodParameter::getParameterType)
                    .anyMatch(type -> Map.class.isAssignableFrom(type) || type == HttpServletRequest.class);
        }

        private static List<String> names(MethodParameter parameter) {
            var asked = parameter.getParameterAnnotation(RequestParam.class);
            if (asked != null) {
                var name = asked.name().isEmpty() ? parameter.getParameterName() : asked.name();
                return Map.class.isAssignableFrom(parameter.getParameterType()) || name == null
                        ? List.of()
                        : List.of(name);
            }
            return parameter.hasParameterAnnotation(ModelAttribute.class)
                    ? fields(parameter.getParameterType()).toList()
                    : List.of();
        }

        private static Stream<String> fields(Class<?> form) {
            return form.isRecord()
                    ? Arrays.stream(form.getRecordComponents()).map(RecordComponent::getName)
                    : Arrays.stream(BeanUtils.getPropertyDescriptors(form))
                            .map(java.beans.PropertyDescriptor::getName)
                            .filter(name -> !name.equals("class"));
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }
}
