package vn.partyregister.transfer;

/**
 * Who is in transit (đang chuyển sinh hoạt) on a day: introduced by the sender, and not accepted yet. The journal has them at
 * the sender until then. A temporary transfer moves nobody in the journal, so nobody is in transit by it.
 */
public final class InTransit {
    private InTransit() {}

    /** As a condition of SQL. Both are expressions: the id of a member, and a day. */
    public static String on(String member, String day) {
        return """
                %1$s in (select way.member_id from transfer.transfer way
                    where way.kind <> 'TEMPORARY' and way.direction <> 'IN' and way.member_id is not null
                    and way.introduced_on <= cast(%2$s as date) and (way.ended_on is null or way.ended_on > cast(%2$s as date)))\
                """.formatted(member, day);
    }
}
