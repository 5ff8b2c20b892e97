package vn.partyregister.admission;

import java.util.Set;
import org.springframework.stereotype.Service;
import vn.partyregister.platform.BusinessDay;

/** What the stages of the day ask for, for pages that are about no case in particular. */
@Service
public class StageRules {
    private final Procedures procedures;
    private final BusinessDay businessDay;

    StageRules(Procedures procedures, BusinessDay businessDay) {
        this.procedures = procedures;
        this.businessDay = businessDay;
    }

    public StageRule today(Stage stage) {
        return procedures.on(businessDay.today(), Set.of()).get(stage);
    }
}
