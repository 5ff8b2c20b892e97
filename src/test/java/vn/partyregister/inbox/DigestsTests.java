package vn.partyregister.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailSendException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.SignIn;
import vn.partyregister.access.ReachOfAccounts;
import vn.partyregister.access.Role;
import vn.partyregister.access.Today;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Visitor;

/** The figures of the inbox by mail: once a day, to whoever asked, and nobody's name. */
@RegisterTest
class DigestsTests {
    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Inbox inbox;

    @Autowired
    private Delegations delegations;

    @Autowired
    private ReachOfAccounts reach;

    @Autowired
    private Today today;

    @Autowired
    private BusinessDay businessDay;

    @Autowired
    private MessageSource messages;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private Digests withoutMail;

    @Autowired
    private SignIn signIn;

    @Autowired
    private Orgs orgs;

    @Autowired
    private People people;

    private final List<SimpleMailMessage> sent = new ArrayList<>();
    private boolean broken;
    private Digests digests;
    private SignIn.Account clerk;
    private Orgs.Tree tree;

    @BeforeEach
    void aSubscriber() {
        var sender = new JavaMailSenderImpl() {
            @Override
            public void send(SimpleMailMessage message) {
                if (broken) {
                    throw new MailSendException("no server");
                }
                sent.add(message);
            }
        };
        digests = new Digests(
                jdbc,
                only(sender),
                new InboxProperties("so@tinhuy.vn", "https://so.tinhuy.vn"),
                inbox,
                delegations,
                reach,
                today,
                businessDay,
                messages,
                transaction,
                audit);
        tree = orgs.tree();
        clerk = signIn.account(Role.CLERK, tree.east());
        people.add(
                tree.eastCell(),
                person -> person.named("Lâm Bí Mật")
                        .joined(LocalDate.of(2022, 1, 14), null)
                        .withoutBiography());
        subscribe("can-bo@huyen.vn");
    }

    private void subscribe(@Nullable String address) {
        transaction.executeWithoutResult(_ -> digests.subscribe(
                new Visitor(
                        clerk.id(),
                        clerk.username(),
                        "",
                        tree.east().id(),
                        Map.of(
                                Permission.READ_MEMBERS,
                                Scope.of(Set.of(tree.east().id())))),
                address));
    }

    private static ObjectProvider<JavaMailSender> only(JavaMailSender sender) {
        return new ObjectProvider<>() {
            @Override
            public Stream<JavaMailSender> stream() {
                return Stream.of(sender);
            }
        };
    }

    private List<SimpleMailMessage> mine() {
        return sent.stream()
                .filter(message -> List.of(message.getTo()).contains("can-bo@huyen.vn"))
                .toList();
    }

    @Test
    void aDigestHoldsFiguresAndALinkAndNobodysName() {
        digests.send();
        assertThat(mine()).singleElement().satisfies(message -> {
            assertThat(message.getFrom()).isEqualTo("so@tinhuy.vn");
            assertThat(message.getSubject()).contains("việc đến hạn ngày 30/04/2022");
            assertThat(message.getText())
                    .contains("Quá hạn: 1", "Sắp đến hạn: 0", "https://so.tinhuy.vn/inbox")
                    .doesNotContain("Lâm");
        });
        unsubscribe();
    }

    @Test
    void itIsSentOnceADay() {
        digests.send();
        digests.send();
        assertThat(mine()).hasSize(1);
        unsubscribe();
    }

    @Test
    void whoCouldNotBeReachedIsTriedAgain() {
        broken = true;
        digests.send();
        assertThat(jdbc.sql("select count(*) from inbox.sent_digest where account_id = :account")
                        .param("account", clerk.id())
                        .query(Long.class)
                        .single())
                .isZero();
        broken = false;
        digests.send();
        assertThat(mine()).hasSize(1);
        unsubscribe();
    }

    @Test
    void nothingIsSentWhereNoServerIsConfiguredNorToWhoEndedIt() {
        assertThat(withoutMail.canSend()).isFalse();
        withoutMail.send();
        unsubscribe();
        digests.send();
        assertThat(mine()).isEmpty();
        assertThat(jdbc.sql("select count(*) from inbox.sent_digest where account_id = :account")
                        .param("account", clerk.id())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whatIsNoAddressIsRefused() {
        for (var no : new String[] {"can-bo", "a@b c", "a@b,c@d", "<a@b>"}) {
            assertThatExceptionOfType(RuleBroken.class)
                    .isThrownBy(() -> subscribe(no))
                    .returns("inbox.digest.no-address", RuleBroken::key);
        }
        assertThat(digests.address(clerk.id())).hasValue("can-bo@huyen.vn");
        unsubscribe();
    }

    private void unsubscribe() {
        jdbc.sql("delete from inbox.subscription where account_id = :account")
                .param("account", clerk.id())
                .update();
    }
}
