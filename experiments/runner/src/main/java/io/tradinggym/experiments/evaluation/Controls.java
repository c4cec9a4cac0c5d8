package io.tradinggym.experiments.evaluation;

import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.TradingControl;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whom every agent is compared with. Skill shows as a distance to them, never as a figure of its own. */
public enum Controls implements Contender {
  /** Stays in cash. */
  NO_TRADE(TradingControl.NO_TRADE) {
    @Override
    public boolean fits(EnvironmentSpec spec) {
      return Weights.spoken(spec) || own(spec) != null;
    }

    @Override
    public Player player(EnvironmentSpec spec, int path, Scout scout) {
      return own(spec) == null ? fromTheStart(spec, 0) : ofTheEnvironment(spec);
    }
  },
  /** Draws every action evenly from what is allowed. */
  RANDOM("random") {
    @Override
    public boolean fits(EnvironmentSpec spec) {
      return true;
    }

    @Override
    public Player player(EnvironmentSpec spec, int path, Scout scout) {
      RandomStream random = RandomStreams.of(RANDOM_SEED).stream("random control", path);
      return (step, observation, mask, infos, action) ->
          spec.action().sample(random, mask, 0, action, 0);
    }
  },
  /** Buys equal parts of everything at the start, and holds. */
  BUY_AND_HOLD("buy-and-hold") {
    @Override
    public Player player(EnvironmentSpec spec, int path, Scout scout) {
      return fromTheStart(spec, 1);
    }
  },
  /** Always short of a strangle: what selling volatility earns by itself. Where option strategies are traded. */
  SHORT_STRANGLE("short-strangle", true),
  /** Always holds a straddle: what buying volatility costs by itself. Where option strategies are traded. */
  LONG_STRADDLE("long-straddle", true),
  /**
   * Enters the hedged position at once and stays: what the carry earns by itself. Where spot stands against a
   * perpetual.
   */
  ALWAYS_HEDGED("always-hedged", true),
  /** Holds nothing against an option that was sold: its bare risk. Where options are hedged. */
  NO_HEDGE("no-hedge", true),
  /** Holds delta, whatever its trades cost. Where options are hedged. */
  DELTA_HEDGE("delta-hedge", true),
  /** Trades only to the edge of the band of Whalley and Wilmott. Where options are hedged. */
  BAND_HEDGE("band-hedge", true),
  /**
   * Knows all prices to come, and takes costs into account: what could have been won at most, nearly. See {@link
   * Oracle}.
   */
  ORACLE("oracle") {
    @Override
    public Player player(EnvironmentSpec spec, int path, Scout scout) {
      return new Oracle(new Weights(spec), scout.idle());
    }
  };

  /** All of them. */
  public static final List<Controls> ALL = List.of(values());

  /** Their names. */
  public static final List<String> NAMES = ALL.stream().map(Controls::title).toList();

  private static final long RANDOM_SEED = 20_261_121;

  private final String title;

  /** Whether only environments know how to play it. */
  private final boolean theirs;

  Controls(String title) {
    this(title, false);
  }

  Controls(String title, boolean theirs) {
    this.title = title;
    this.theirs = theirs;
  }

  @Override
  public String title() {
    return title;
  }

  /** The control of a name; {@link #NAMES} are known. */
  public static Controls named(String name) {
    return ALL.stream()
        .filter(control -> control.title.equals(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("unknown control " + name + "; known: " + NAMES));
  }

  @Override
  public boolean fits(EnvironmentSpec spec) {
    return theirs ? own(spec) != null : Weights.spoken(spec);
  }

  @Override
  public Player player(EnvironmentSpec spec, int path, Scout scout) {
    return ofTheEnvironment(spec);
  }

  /** The control of this name that only the environment knows how to play; null if it has none. */
  @Nullable TradingControl own(EnvironmentSpec spec) {
    return spec.control(title);
  }

  Player ofTheEnvironment(EnvironmentSpec spec) {
    return Objects.requireNonNull(own(spec), title).rule().get()::act;
  }

  /** Asks at the start for equal parts of everything, invested together, and keeps them. */
  static Player fromTheStart(EnvironmentSpec spec, double invested) {
    Weights weights = new Weights(spec);
    double[] equal = new double[weights.assets()];
    Arrays.fill(equal, invested / equal.length);
    return (step, observation, mask, infos, action) -> {
      if (step == 0) {
        weights.want(equal, action);
      } else {
        weights.keep(infos, action);
      }
    };
  }
}
