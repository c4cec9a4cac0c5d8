package io.tradinggym.experiments.allocate;

import io.tradinggym.allocator.desk.AllocationEnvironment;
import io.tradinggym.allocator.desk.AllocationOptions;
import io.tradinggym.allocator.desk.AllocationStep;
import io.tradinggym.allocator.desk.AllocationTrace;
import io.tradinggym.allocator.desk.CapitalBook;
import io.tradinggym.allocator.desk.CapitalRules;
import io.tradinggym.allocator.desk.Specialists;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Options;
import io.tradinggym.api.Registry;
import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.config.CryptoConfig;
import io.tradinggym.experiments.config.HistoryConfig;
import io.tradinggym.experiments.config.SimulatedConfig;
import io.tradinggym.experiments.evaluation.Arena;
import io.tradinggym.experiments.evaluation.Controls;
import io.tradinggym.experiments.evaluation.Evaluation;
import io.tradinggym.experiments.evaluation.Paths;
import io.tradinggym.experiments.evaluation.Provenance;
import io.tradinggym.experiments.run.EvaluationSeeds;
import io.tradinggym.experiments.run.MarketSource;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.data.Split;
import io.tradinggym.trading.TradingDesk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Plays the allocators of a configuration, equal parts, cash and each specialist alone on the same paths. */
final class AllocationRun {
  private final AllocateConfig config;
  private final Specialists specialists;
  private final Market market;
  private final Supplier<EnvironmentLogic> lanes;
  private final int regimes;
  private final int paths;

  /** What the first allocator did on one path, and what every step of it brought. */
  record Played(Map<String, Evaluation> byName, List<List<AllocationStep>> steps) {}

  /**
   * Prepares everything.
   *
   * @throws UserError if data, specialists or options are refused
   */
  AllocationRun(AllocateConfig config, Specialists specialists) {
    this.config = config;
    this.specialists = specialists;
    Options options = config.parsed();
    Split split = MarketSource.split(config.market(), options.get(AllocationOptions.HISTORY));
    market = split.test();
    boolean simulated = config.market() instanceof SimulatedConfig;
    paths = simulated ? config.paths() : 1;
    options =
        options
            .set(AllocationOptions.MARKET, market)
            .set(AllocationOptions.SPECIALISTS, specialists);
    if (!simulated) {
      options = options.set(AllocationOptions.EPISODE, 0);
    }
    regimes = options.get(AllocationOptions.REGIMES).states();
    try {
      lanes = Registry.global().maker(AllocationEnvironment.ID, options);
      lanes.get().close();
    } catch (IllegalArgumentException e) {
      throw new UserError(String.valueOf(e.getMessage()), e);
    }
    contenders().forEach(this::requireRule);
  }

  private void requireRule(String allocator) {
    try {
      CapitalRules.parse(allocator, specialists.names(), regimes);
    } catch (IllegalArgumentException e) {
      throw new UserError("allocators: " + allocator + ": " + e.getMessage(), e);
    }
  }

  /** Everybody who is judged, the first allocator first. */
  List<String> contenders() {
    List<String> all = new ArrayList<>(config.allocators());
    if (!all.contains("equal")) {
      all.add("equal");
    }
    specialists.names().forEach(name -> all.add("only(" + name + ")"));
    return all;
  }

  Specialists specialists() {
    return specialists;
  }

  List<String> names() {
    return specialists.names();
  }

  int paths() {
    return paths;
  }

  Market market() {
    return market;
  }

  /** Where prices come from. */
  Provenance provenance() {
    return switch (config.market()) {
      case SimulatedConfig simulated -> new Provenance(true, simulated.simulated());
      case HistoryConfig history ->
          Provenance.replayed(
              String.join(", ", history.tickers())
                  + " from "
                  + history.data()
                  + ", "
                  + history.test(),
              market.repairs());
      case CryptoConfig coins ->
          Provenance.replayed(
              coins.file() + " from " + coins.data() + ", " + coins.test(), market.repairs());
    };
  }

  Played play() {
    Map<String, Evaluation> byName = new LinkedHashMap<>();
    List<List<AllocationStep>> steps = new ArrayList<>();
    AllocationTrace[] trace = new AllocationTrace[1];
    Supplier<EnvironmentLogic> listening =
        () -> {
          EnvironmentLogic lane = lanes.get();
          trace[0] = lane.find(TradingDesk.class).orElseThrow().event(CapitalBook.class).trace();
          trace[0].listen(true);
          return lane;
        };
    try (Arena arena = new Arena(listening, EvaluationSeeds.test(config.seed()), "test")) {
      for (String each : contenders()) {
        boolean first = byName.isEmpty();
        byName.put(
            each,
            Evaluation.play(
                arena,
                List.of(new Allocator(each, specialists.names(), regimes)),
                first ? List.of(Controls.NO_TRADE) : List.of(),
                Paths.common(paths),
                market.barsPerYear(),
                (seed, episode) -> {
                  if (first && steps.size() < paths) {
                    steps.add(trace[0].steps());
                  }
                }));
      }
    }
    return new Played(byName, steps);
  }
}
