-- Figures of papers are kept until a scan comes or is taken back, as those of members are.
CREATE TRIGGER figures_are_counted_anew AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON dossier.scan
    FOR EACH STATEMENT EXECUTE FUNCTION platform.counted_facts_change();
CREATE TRIGGER figures_are_counted_anew AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON dossier.taking_back
    FOR EACH STATEMENT EXECUTE FUNCTION platform.counted_facts_change();
