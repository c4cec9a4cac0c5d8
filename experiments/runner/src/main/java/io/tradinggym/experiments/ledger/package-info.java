/**
 * The ledger of trials: whatever was trained, played or searched leaves a row, failures too, so that the best of many
 * is judged as the best of many. {@link io.tradinggym.experiments.ledger.Ledger} is the file, {@link
 * io.tradinggym.experiments.ledger.Deflation} what follows from it, {@link
 * io.tradinggym.experiments.ledger.LedgerQuery} its SQL.
 */
@NullMarked
package io.tradinggym.experiments.ledger;

import org.jspecify.annotations.NullMarked;
