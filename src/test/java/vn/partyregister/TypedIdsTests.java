package vn.partyregister;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Executable;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What one class hands to another is the id of something: an organisation is never taken for a member. A bare UUID is what
 * the database is asked with and answers with, inside one class.
 */
@NullUnmarked
class TypedIdsTests {
    /** Below the tree: they know neither organisations nor members. */
    private static final Set<String> BELOW = Set.of("platform", "audit");

    /** Where ids are still bare. A module leaves this list for good. */
    private static final Set<String> BARE = Set.of(
            "access",
            "admission",
            "committee",
            "exchange",
            "inbox",
            "member",
            "membership",
            "organisation",
            "oversight",
            "planning",
            "recognition",
            "sample",
            "training",
            "transfer");

    /** By module, what hands on a bare one. */
    private static Map<String, List<String>> bare;

    @BeforeAll
    static void readTheProgram() throws Exception {
        var top = Path.of(PartyRegister.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (var files = Files.walk(top.resolve("vn/partyregister"))) {
            bare = files.map(file -> top.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
                    .map(TypedIdsTests::load)
                    .filter(type -> !isId(type) && !isForm(type) && !Modifier.isPrivate(type.getModifiers()))
                    .flatMap(type -> Stream.concat(
                            Stream.of(type.getDeclaredConstructors()), Stream.of(type.getDeclaredMethods())))
                    .filter(TypedIdsTests::handsOn)
                    .collect(groupingBy(TypedIdsTests::module, mapping(Executable::toGenericString, toList())));
        }
    }

    @Test
    void noModuleHandsOnABareUuid() {
        assertThat(bare.entrySet().stream()
                        .filter(one -> !BELOW.contains(one.getKey()) && !BARE.contains(one.getKey()))
                        .flatMap(one -> one.getValue().stream()))
                .isEmpty();
    }

    @Test
    void whoHandsOnNoneLeavesTheList() {
        assertThat(bare.keySet()).containsAll(BARE);
    }

    private static Class<?> load(String file) {
        try {
            var name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
            return Class.forName(name, false, TypedIdsTests.class.getClassLoader());
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static boolean isId(Class<?> type) {
        return type.isRecord() && type.getSimpleName().endsWith("Id") && type.getRecordComponents().length == 1;
    }

    /** What the browser sent, which may be nothing. */
    private static boolean isForm(Class<?> type) {
        return type.isRecord() && type.getSimpleName().endsWith("Form");
    }

    /** Whether others can call it, and it takes or gives a UUID, also as one of many. */
    private static boolean handsOn(Executable one) {
        return !Modifier.isPrivate(one.getModifiers())
                && !one.isSynthetic()
                && one.toGenericString().contains(UUID.class.getName());
    }

    private static String module(Executable one) {
        return one.getDeclaringClass().getPackageName().split("\\.")[2];
    }
}
