package vn.partyregister.inbox;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.partyregister.access.ReachOfAccounts;
import vn.partyregister.access.Today;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Visitor;

/**
 * Sends those who ask for it the figures of their inbox once a day: numbers and a link, nothing about anybody. Where no mail
 * server is configured nothing is sent.
 */
@Service
public class Digests {
    private static final Logger LOG = LoggerFactory.getLogger(Digests.class);
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s,;<>]{1,64}@[^@\\s,;<>]{1,180}");
    private static final InboxFilter EVERYTHING_OPEN =
            new InboxFilter(null, null, false, null, null, null, null, null, false);

    private final JdbcClient jdbc;
    private final ObjectProvider<JavaMailSender> mail;
    private final InboxProperties properties;
    private final Inbox inbox;
    private final Delegations delegations;
    private final ReachOfAccounts reach;
    private final Today today;
    private final BusinessDay businessDay;
    private final MessageSource messages;
    private final TransactionTemplate transaction;
    private final AuditTrail audit;

    @SuppressWarnings("TooManyParameters") // it stands between the inbox, the accounts and the mail
    Digests(
            JdbcClient jdbc,
            ObjectProvider<JavaMailSender> mail,
            InboxProperties properties,
            Inbox inbox,
            Delegations delegations,
            ReachOfAccounts reach,
            Today today,
            BusinessDay businessDay,
            MessageSource messages,
            TransactionTemplate transaction,
            AuditTrail audit) {
        this.jdbc = jdbc;
        this.mail = mail;
        this.properties = properties;
        this.inbox = inbox;
        this.delegations = delegations;
        this.reach = reach;
        this.today = today;
        this.businessDay = businessDay;
        this.messages = messages;
        this.transaction = transaction;
        this.audit = audit;
    }

    /** Whether a mail server is configured. */
    public boolean canSend() {
        return mail.getIfAvailable() != null;
    }

    /** At which address somebody is told. */
    public Optional<String> address(UUID account) {
        return jdbc.sql("select address from inbox.subscription where account_id = :account")
                .param("account", account)
                .query(String.class)
                .optional();
    }

    /** Somebody asks for the digest at an address; without one, no more. */
    @Transactional
    public void subscribe(Visitor visitor, @Nullable String address) {
        if (address != null && !ADDRESS.matcher(address).matches()) {
            throw new RuleBroken("inbox.digest.no-address");
        }
        jdbc.sql("delete from inbox.subscription where account_id = :account")
                .param("account", visitor.account())
                .update();
        if (address != null) {
            jdbc.sql("insert into inbox.subscription (account_id, address) values (:account, :address)")
                    .param("account", visitor.account())
                    .param("address", address)
                    .update();
        }
        audit.changed(
                address == null ? "inbox.digest-ended" : "inbox.digest-asked-for",
                new Subject("account", visitor.account(), null),
                null,
                address == null ? Map.of() : Map.of("address", address));
    }

    /** Tells everybody who has not been told today; who cannot be reached is tried again the next time. */
    public void send() {
        var sender = mail.getIfAvailable();
        if (sender == null) {
            return;
        }
        var day = today.day();
        for (var one : untold(day)) {
            try {
                transaction.executeWithoutResult(_ -> send(sender, one, day));
            } catch (MailException unreachable) {
                LOG.warn("The digest of {} could not be sent", one.account(), unreachable);
            }
        }
    }

    private List<Subscriber> untold(LocalDate day) {
        return jdbc.sql("""
                        select s.account_id as account, s.address from inbox.subscription s
                        where not exists (select from inbox.sent_digest d where d.account_id = s.account_id and d.day = :day)
                        order by s.account_id
                        """)
                .param("day", day)
                .query(new RecordRows<>(Subscriber.class))
                .list();
    }

    /** It is noted before it is sent, so that of two nodes one waits and finds it done. */
    private void send(JavaMailSender sender, Subscriber subscriber, LocalDate day) {
        var own = reach.of(subscriber.account(), Permission.READ_MEMBERS);
        var seen = new Desk(own, delegations.standIns(subscriber.account())).seen(null);
        if (own.isNothing()) {
            return;
        }
        var figures = inbox.figures(EVERYTHING_OPEN, seen, businessDay.today());
        var overdue = figures.of(ObligationState.OVERDUE);
        var soon = figures.of(Urgency.SOON);
        var noted = jdbc.sql("""
                        insert into inbox.sent_digest (account_id, day, overdue, soon, open)
                        values (:account, :day, :overdue, :soon, :open) on conflict do nothing
                        """)
                .param("account", subscriber.account())
                .param("day", day)
                .param("overdue", overdue)
                .param("soon", soon)
                .param("open", figures.open())
                .update();
        if (noted == 0 || figures.open() == 0) {
            return;
        }
        var message = new SimpleMailMessage();
        message.setFrom(properties.from());
        message.setTo(subscriber.address());
        message.setSubject(said("inbox.digest.subject", Dates.write(businessDay.today())));
        message.setText(said(
                "inbox.digest.text",
                Dates.write(businessDay.today()),
                overdue,
                soon,
                figures.open(),
                figures.of(Urgency.ESCALATED),
                properties.address() + InboxFilter.PATH));
        sender.send(message);
    }

    private String said(String key, Object... arguments) {
        return messages.getMessage(key, arguments, VIETNAMESE);
    }

    private record Subscriber(UUID account, String address) {}
}
