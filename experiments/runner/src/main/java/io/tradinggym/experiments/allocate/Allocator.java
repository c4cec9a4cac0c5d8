package io.tradinggym.experiments.allocate;

import io.tradinggym.allocator.desk.CapitalRules;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.experiments.evaluation.Contender;
import java.util.List;

/**
 * A rule that shares capital out, as somebody who can be judged.
 *
 * @param title as it is written
 * @param specialists their names
 * @param regimes how many
 */
record Allocator(String title, List<String> specialists, int regimes) implements Contender {
  @Override
  public Player player(EnvironmentSpec spec, int path, Scout scout) {
    return CapitalRules.player(CapitalRules.parse(title, specialists, regimes), spec)::act;
  }
}
