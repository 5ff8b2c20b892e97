package vn.partyregister.committee;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.util.function.SingletonSupplier;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.reference.Code;

/** Posts with their names, which type of organisation has which, and what judges it. They change by migration alone: read once and kept. */
@Service
public class PostLists {
    private final Supplier<Map<String, Kind>> kinds;
    private final Supplier<List<Post>> posts;
    private final Supplier<List<Judge>> judges;

    PostLists(JdbcClient jdbc) {
        kinds = SingletonSupplier.of(() -> jdbc
                .sql("select code, name_vi, name_en, in_body, in_standing, makes_standing from committee.post_kind")
                .query(new RecordRows<>(Kind.class))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Kind::code, Function.identity())));
        posts = SingletonSupplier.of(
                () -> jdbc.sql("""
                        select p.type, p.body, p.post, lower(p.valid) as starts, upper(p.valid) as ends, p.most,
                            p.directive, p.clause
                        from committee.post_of_type p join committee.post_kind k on k.code = p.post
                        order by p.type, p.body, k.position
                        """).query(new RecordRows<>(Post.class)).list());
        judges = SingletonSupplier.of(() -> jdbc.sql("select type, body, measure, rule_key from committee.rule_of_type")
                .query(new RecordRows<>(Judge.class))
                .list());
    }

    /** What a post is called, in the reader's language. */
    public String label(String post) {
        var kind = kinds.get().get(post);
        return kind == null ? post : kind.label();
    }

    /** The posts of a body on a day, in their order. */
    public List<Code> choices(String type, Body body, LocalDate day) {
        return posts(type, body, day).stream()
                .map(post -> new Code(post.post(), label(post.post())))
                .toList();
    }

    /** The bodies that may lead a type of organisation on a day. */
    public List<Body> bodies(String type, LocalDate day) {
        return posts.get().stream()
                .filter(post -> post.type().equals(type) && post.existsOn(day))
                .map(Post::body)
                .distinct()
                .sorted()
                .toList();
    }

    List<Post> posts(String type, Body body, LocalDate day) {
        return posts.get().stream()
                .filter(post -> post.type().equals(type) && post.body() == body && post.existsOn(day))
                .toList();
    }

    boolean has(String type, Body body, String post, LocalDate day) {
        return posts(type, body, day).stream().anyMatch(one -> one.post().equals(post));
    }

    /** Whether the holder of a post is a member of the committee. */
    boolean isInBody(String post) {
        var kind = kinds.get().get(post);
        return kind != null && kind.inBody();
    }

    boolean isInStanding(String post) {
        var kind = kinds.get().get(post);
        return kind != null && kind.inStanding();
    }

    /** Whether its holder shows that there is a standing committee: a secretary and a deputy alone make none. */
    boolean makesStanding(String post) {
        var kind = kinds.get().get(post);
        return kind != null && kind.makesStanding();
    }

    /** The key of the rule that a measure of a body is judged by. */
    Optional<String> rule(String type, Body body, Measure measure) {
        return judges.get().stream()
                .filter(judge -> judge.type().equals(type) && judge.body() == body && judge.measure() == measure)
                .map(Judge::ruleKey)
                .findFirst();
    }

    /** What of a body is judged. */
    enum Measure {
        OFFICIAL_MEMBERS_NEEDED,
        OFFICIAL_MEMBERS_ENOUGH,
        MOST_MEMBERS,
        MOST_IN_STANDING,
        SHARE_OF_STANDING,
        TERM
    }

    /**
     * A post that a body has.
     *
     * @param most how many may hold it; null where no number is known
     */
    record Post(
            String type,
            Body body,
            String post,
            @Nullable LocalDate starts,
            @Nullable LocalDate ends,
            @Nullable Integer most,
            String directive,
            String clause) {
        boolean existsOn(LocalDate day) {
            return (starts == null || !day.isBefore(starts)) && (ends == null || day.isBefore(ends));
        }
    }

    private record Judge(String type, Body body, Measure measure, String ruleKey) {}

    private record Kind(
            String code, String nameVi, String nameEn, boolean inBody, boolean inStanding, boolean makesStanding) {
        String label() {
            return "en".equals(LocaleContextHolder.getLocale().getLanguage()) ? nameEn : nameVi;
        }
    }
}
