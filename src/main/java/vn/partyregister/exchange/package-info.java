/**
 * The import engine: reads what people send, stages, maps, previews, commits and hands the workbook back. What a row means is told by the modules that own the rows.
 */
@ApplicationModule(allowedDependencies = {"audit", "reference"})
@NullMarked
package vn.partyregister.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
