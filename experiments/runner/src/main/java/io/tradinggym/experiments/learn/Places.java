package io.tradinggym.experiments.learn;

import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Option;
import io.tradinggym.api.Options;
import io.tradinggym.api.Registration;
import io.tradinggym.api.Registry;
import io.tradinggym.experiments.UserError;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.data.ReplayMarket;
import io.tradinggym.market.process.BootstrapMarket;
import java.util.function.Supplier;

/** The environments of a walk: history in one piece, and pieces of it drawn again. */
final class Places {
  private final LearnConfig config;
  private final ReplayMarket history;

  Places(LearnConfig config, ReplayMarket history) {
    this.config = config;
    this.history = history;
  }

  /** Bars of all history. */
  int bars() {
    return history.data().length();
  }

  /** When a bar closed, epoch milliseconds. */
  long time(int bar) {
    return history.data().closeTime(bar);
  }

  ReplayMarket history() {
    return history;
  }

  /** The bars {@code from .. to - 1} as they were, in one episode. */
  Supplier<EnvironmentLogic> asItWas(int from, int to) {
    Market part = history.between(from, to, LearnConfig.LOOK_BACK);
    Options options = set(config.environment().judging(), "episode", "0");
    return made(set(options, "randomStart", "false"), part);
  }

  /** Episodes of the bars {@code from .. to - 1}, redrawn in pieces, to learn from. */
  Supplier<EnvironmentLogic> learning(int from, int to) {
    return redrawn(from, to, config.environment().training(), config.schedule().episode());
  }

  /** The same to be judged on: each path is as long as what it is drawn from, and so tells as much as that does. */
  Supplier<EnvironmentLogic> judging(int from, int to) {
    return redrawn(from, to, config.environment().judging(), to - from);
  }

  private Supplier<EnvironmentLogic> redrawn(int from, int to, Options options, int bars) {
    LearnConfig.Schedule schedule = config.schedule();
    Market part =
        new BootstrapMarket(
            history.data().slice(Math.max(0, from - 1), to),
            Math.min(schedule.block(), to - from),
            bars + 1,
            LearnConfig.LOOK_BACK,
            history.barsPerYear());
    return made(set(options, "episode", Integer.toString(bars)), part);
  }

  private Options set(Options options, String name, String value) {
    Registration registration = Registry.global().get(config.environment().id());
    for (Option<?> known : registration.options()) {
      if (known.name().equals(name)) {
        return options.set(registration.options(), name, value);
      }
    }
    return options;
  }

  private Supplier<EnvironmentLogic> made(Options options, Market market) {
    try {
      Supplier<EnvironmentLogic> maker = config.environment().maker(options, market);
      maker.get().close(); // options out of range are refused by a lane
      return maker;
    } catch (IllegalArgumentException e) {
      throw new UserError("environment " + config.environment().id() + ": " + e.getMessage(), e);
    }
  }
}
