package vn.partyregister;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.mock.web.MockMultipartFile;
import vn.partyregister.Endpoints.Endpoint;

/**
 * What is typed into an endpoint, request by request; the same in every run.
 *
 * <p>A string counts once for each field, variable, header or cookie that it stands in. A request of {@link #chosen()}
 * brings one chosen string for each field, the same one never to two of them at once, and a random one for each of what is
 * read of every request; a request of {@link #atRandom} brings random ones for all of them. An endpoint with fields thus gets
 * sixty requests with chosen strings, each field all sixty, and goes on with random ones until it had five hundred of those.
 */
@NullUnmarked
final class NaughtyRequests {
    static final String HEADER = "header ";
    static final String COOKIE = "cookie ";

    /** What the program reads of each request, whichever endpoint it is sent to. */
    private static final List<String> EVERYWHERE = List.of(
            "lang",
            HEADER + "Accept-Language",
            HEADER + "Referer",
            HEADER + "Origin",
            HEADER + "X-Forwarded-For",
            COOKIE + "language",
            COOKIE + "register-last");

    /** Read of each request too, but with work of its own behind it: sent with a sixth of them. */
    private static final String KEPT = "kept";

    private static final long SEED = 20220430;
    private static final int SIXTH = 6;

    private final Endpoint endpoint;
    private final List<String> fields;
    private final Random random;

    /** @param fields what the endpoint reads by name */
    NaughtyRequests(Endpoint endpoint, List<String> fields) {
        this.endpoint = endpoint;
        this.fields = List.copyOf(new LinkedHashSet<>(fields));
        this.random = new Random(SEED ^ endpoint.toString().hashCode());
    }

    /**
     * A request.
     *
     * @param variable the variable of the path that is naughty; null for none
     * @param given by their names what is typed into fields, sent as headers ({@link #HEADER}) and as cookies
     */
    record Request(String variable, Map<String, String> given) {}

    /**
     * Requests that bring each field all chosen strings, another one to each field at a time; random ones stand beside them
     * in what is read of every request. None where there is no field.
     */
    Stream<Request> chosen() {
        return IntStream.range(0, fields.isEmpty() ? 0 : NaughtyStrings.ALL.size())
                .mapToObj(turn -> new Request(null, everywhere(chosen(turn))));
    }

    private Map<String, String> chosen(int turn) {
        var strings = NaughtyStrings.ALL;
        var chosen = new HashMap<String, String>();
        for (var place = 0; place < fields.size(); place++) {
            chosen.put(fields.get(place), strings.get((turn + place) % strings.size()));
        }
        return chosen;
    }

    /** Variables of paths are all read by the same few converters: each gets a sixth of the strings, others at each endpoint. */
    Stream<Request> someChosenInVariables() {
        var first = Math.floorMod(endpoint.toString().hashCode(), SIXTH);
        return IntStream.iterate(first, place -> place < NaughtyStrings.ALL.size(), place -> place + SIXTH)
                .mapToObj(NaughtyStrings.ALL::get)
                .flatMap(this::inVariables);
    }

    private Stream<Request> inVariables(String naughty) {
        return endpoint.variables().stream().map(variable -> new Request(variable, Map.of(variable, naughty)));
    }

    /** Each field and each variable alone with each of the chosen strings. */
    Stream<Request> eachAlone() {
        return NaughtyStrings.ALL.stream()
                .flatMap(naughty -> Stream.concat(
                        fields.stream().map(field -> new Request(null, Map.of(field, naughty))), inVariables(naughty)));
    }

    /** Random strings: in all fields and in a third of them in turn, in one request of six in a variable of the path too. */
    List<Request> atRandom(int strings) {
        var requests = Stream.<Request>builder();
        for (int sent = 0, turn = 0; sent < strings; turn++) {
            var given = everywhere(turn % 2 == 0 ? all() : third());
            var variables = turn % SIXTH == 0 ? endpoint.variables() : List.<String>of();
            var variable = variables.isEmpty() ? null : variables.get(random.nextInt(variables.size()));
            if (variable != null) {
                given.put(variable, string());
            }
            requests.add(new Request(variable, given));
            sent += given.size();
        }
        return requests.build().toList();
    }

    /** A file whose name, type and content are naughty; behind what tables, papers and pictures begin with, or bare. */
    static MockMultipartFile file(String field, String naughty) {
        var starts = List.of("", "%PDF-1.7\n", "PK\u0003\u0004", "\u00ff\u00d8\u00ff", "Họ và tên;Mã;Sinh ngày\n");
        var start = Math.floorMod(naughty.hashCode(), starts.size());
        var latin = 0 < start && start < starts.size() - 1;
        var content = new ByteArrayOutputStream();
        content.writeBytes(starts.get(start).getBytes(latin ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8));
        content.writeBytes(naughty.getBytes(StandardCharsets.UTF_8));
        return new MockMultipartFile(field, naughty, naughty, content.toByteArray());
    }

    /** How many random strings the requests of {@link #chosen()} bring. */
    static int randomBeside(int requests) {
        return requests * EVERYWHERE.size();
    }

    private Map<String, String> everywhere(Map<String, String> given) {
        EVERYWHERE.forEach(name -> given.putIfAbsent(name, string()));
        if (random.nextInt(SIXTH) == 0) {
            given.putIfAbsent(KEPT, string());
        }
        return given;
    }

    private Map<String, String> all() {
        var all = new HashMap<String, String>();
        fields.forEach(field -> all.put(field, string()));
        return all;
    }

    /** Each third of the fields, one of them at least. */
    private Map<String, String> third() {
        var some = new HashMap<String, String>();
        fields.stream().filter(_ -> random.nextInt(3) == 0).forEach(field -> some.put(field, string()));
        if (some.isEmpty() && !fields.isEmpty()) {
            some.put(fields.get(random.nextInt(fields.size())), string());
        }
        return some;
    }

    private String string() {
        return switch (random.nextInt(4)) {
            case 0 -> NaughtyStrings.ALL.get(random.nextInt(NaughtyStrings.ALL.size()));
            case 1 -> Long.toString(random.nextLong() >> random.nextInt(64));
            case 2 ->
                random.ints(random.nextInt(40), 0, 0x10000)
                        .collect(
                                StringBuilder::new, (text, letter) -> text.append((char) letter), StringBuilder::append)
                        .toString();
            default ->
                random.ints(random.nextInt(20), 0x20, 0x7f)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
        };
    }
}
