package vn.partyregister.organisation;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.exchange.Column;
import vn.partyregister.exchange.Column.Form;
import vn.partyregister.exchange.ImportId;
import vn.partyregister.exchange.RowKind;
import vn.partyregister.exchange.StagedRows;
import vn.partyregister.platform.Scope;

/** Lists of organisations, each row naming its parent; rows may stand in any order. */
@Component
class OrganisationRows implements RowKind {
    private static final List<Column> COLUMNS = List.of(
            new Column(
                    "code",
                    Form.TEXT,
                    false,
                    null,
                    List.of("Mã tổ chức đảng", "Mã TCĐ", "Mã tổ chức", "Mã", "Mã số", "Code")),
            new Column(
                    "name",
                    Form.TEXT,
                    true,
                    null,
                    List.of("Tên tổ chức đảng", "Tên tổ chức", "Tổ chức đảng", "Tên", "Tên đơn vị", "Name")),
            new Column(
                    "type",
                    Form.TEXT,
                    true,
                    null,
                    List.of("Loại tổ chức đảng", "Loại tổ chức", "Loại TCĐ", "Loại", "Type")),
            new Column("kind", Form.TEXT, false, null, List.of("Loại hình cơ sở", "Loại hình", "Khối", "Kind")),
            new Column(
                    "parent",
                    Form.TEXT,
                    false,
                    null,
                    List.of(
                            "Tổ chức đảng cấp trên trực tiếp",
                            "Tổ chức đảng cấp trên",
                            "Tổ chức cấp trên",
                            "Mã tổ chức đảng cấp trên",
                            "Mã cấp trên",
                            "Cấp trên trực tiếp",
                            "Trực thuộc",
                            "Parent")),
            new Column(
                    "founded_on",
                    Form.DATE,
                    false,
                    null,
                    List.of("Ngày thành lập", "Ngày quyết định thành lập", "Founded on")),
            new Column(
                    "ended_on",
                    Form.DATE,
                    false,
                    null,
                    List.of("Ngày kết thúc hoạt động", "Ngày kết thúc", "Ngày giải thể", "Ended on")));

    private final JdbcClient jdbc;
    private final StagedRows staged;
    private final RowJudgement judgement;
    private final RowCommit commit;

    OrganisationRows(JdbcClient jdbc, StagedRows staged, RowJudgement judgement, RowCommit commit) {
        this.jdbc = jdbc;
        this.staged = staged;
        this.judgement = judgement;
        this.commit = commit;
    }

    @Override
    public String key() {
        return "organisations";
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    @Transactional
    public void judge(ImportId batch, Scope scope, LocalDate day) {
        if (staged.isComparison(batch)) {
            judgement.compare(batch, scope, day);
        } else {
            judgement.judge(batch, scope, day);
        }
    }

    @Override
    @Transactional
    public int commit(ImportId batch, int first, int last) {
        return commit.write(batch, first, last);
    }

    @Override
    @Transactional
    public void findAbsent(ImportId batch, Scope scope, LocalDate day) {
        jdbc.sql("""
                        insert into exchange.absent (upload_id, target_id, label, detail)
                        select :batch, v.organisation_id, v.name, c.code
                        from organisation.organisation_version v
                        left join organisation.organisation_code c
                            on c.organisation_id = v.organisation_id and c.valid @> cast(:asAt as date)
                        where v.valid @> cast(:asAt as date) and %s
                        and not exists (select 1 from exchange.staged_row r
                            where r.upload_id = :batch and r.target_id = v.organisation_id)
                        """.formatted(scope.condition("v.organisation_id")))
                .params(scope.params(day))
                .param("batch", batch.id())
                .update();
    }
}
