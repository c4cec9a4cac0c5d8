package io.tradinggym.experiments.evaluation;

import io.tradinggym.agents.policy.Policy;
import io.tradinggym.api.AutoReset;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.Gym;
import io.tradinggym.api.Option;
import io.tradinggym.api.Options;
import io.tradinggym.api.Registry;
import io.tradinggym.api.TradingView;
import io.tradinggym.api.VectorBuilder;
import io.tradinggym.api.space.Discrete;
import io.tradinggym.experiments.CodeVersion;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.data.MarketChoice;
import io.tradinggym.market.data.Purpose;
import io.tradinggym.market.data.Range;
import io.tradinggym.market.instrument.Instrument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Judges a policy from code, beside the controls, on the same unseen episodes.
 *
 * <pre>{@code
 * Evaluation result = Evaluate.policy(policy).against(Controls.ALL).on(split.test()).seeds(10).run();
 * result.report(Path.of("report.html"));
 * }</pre>
 *
 * <p>One policy tells nothing about the luck of its training: its interval covers episodes alone. For one that covers
 * training too, train from several seeds and give all {@link #policies}. Looks at a test range are counted, and the
 * count stands in the report.
 */
public final class Evaluate {
  private static final double DAYS_PER_YEAR = 252;
  private static final int PATHS = 20;

  /** Where a policy is judged that chooses levels, if nothing is said. */
  private static final String OF_LEVELS = "Stock-v1";

  /** Where a policy is judged that chooses weights, if nothing is said. */
  private static final String OF_WEIGHTS = "Portfolio-v1";

  private static final long SEED = 7;

  private final List<Policy> policies;
  private @Nullable Place place;
  private Range.@Nullable Test test;
  private List<Controls> controls = Controls.ALL;
  private int paths = PATHS;
  private long seed = SEED;

  /** An environment without its market. */
  private record Place(String id, Options options, Function<Options, VectorBuilder> maker) {}

  private Evaluate(List<Policy> policies) {
    if (policies.isEmpty()) {
      throw new IllegalArgumentException("at least one policy is needed");
    }
    this.policies = List.copyOf(policies);
  }

  /** Who is judged. */
  public static Evaluate policy(Policy policy) {
    return policies(List.of(policy));
  }

  /** Who is judged: policies of one kind, one for each seed it was trained from. */
  public static Evaluate policies(List<Policy> policies) {
    return new Evaluate(policies);
  }

  /**
   * Where: an environment as registered. If nothing is said, it is {@code Stock-v1} for a policy that chooses levels,
   * {@code Portfolio-v1} for one that chooses weights.
   */
  public Evaluate in(String id) {
    return in(id, options -> options);
  }

  /** Where: an environment with options. */
  public Evaluate in(String id, UnaryOperator<Options> options) {
    place = new Place(id, options.apply(Options.NONE), all -> Gym.vector(id).options(all));
    return this;
  }

  /**
   * Where: as it was trained, {@code in(envs.spec())}, with the same options (costs, window, reward) and wrappers, but
   * another market.
   */
  public Evaluate in(EnvironmentSpec trained) {
    place =
        new Place(
            trained.id(),
            trained.options(),
            all -> Gym.vector(trained.toBuilder().options(all).build()));
    return this;
  }

  /** Against whom, such as {@link Controls#ALL}, the default. */
  public Evaluate against(List<Controls> others) {
    controls = List.copyOf(others);
    return this;
  }

  /** On what is traded: a test range, and no other kind. */
  public Evaluate on(Range.Test range) {
    test = range;
    return this;
  }

  /**
   * On how many evaluation seeds, &gt;= 1; 20 by default. Each is one unseen episode: a path of a simulated market, a
   * start in a history. Starts in one history overlap and are no independent evidence.
   */
  public Evaluate seeds(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("seeds must be >= 1, was " + count);
    }
    paths = count;
    return this;
  }

  /** The number from which the evaluation seeds are drawn; 7 by default. */
  public Evaluate seed(long value) {
    seed = value;
    return this;
  }

  /**
   * Plays everybody on the same episodes.
   *
   * @throws IllegalArgumentException if the environment trades no market but is given one, or trades what the policy
   *     was trained or chosen on, or if a policy does not fit
   */
  public Evaluation run() {
    Place where = place != null ? place : usual();
    Options options = test == null ? where.options() : traded(where, test);
    Market market = requireUnseen(options);
    List<Contender> agents =
        policies.stream().map(policy -> Contender.of("agent", policy)).toList();
    try (Arena arena =
        new Arena(
            where.maker().apply(options).autoReset(AutoReset.DISABLED).make(), seed, "test")) {
      policies.forEach(policy -> policy.requireFits(arena.spec()));
      Map<String, String> facts = facts(where.id(), options, market);
      TradingView view = arena.spec().trading();
      double periodsPerYear = view == null ? DAYS_PER_YEAR : view.periodsPerYear();
      return Evaluation.play(arena, agents, controls, Paths.common(paths), periodsPerYear)
          .withFacts(facts);
    }
  }

  private Place usual() {
    if (test == null) {
      throw new IllegalArgumentException(
          "where to judge is missing: give on(split.test()), in(\"CartPole-v1\") or both");
    }
    String id = policies.getFirst().actionSpace() instanceof Discrete ? OF_LEVELS : OF_WEIGHTS;
    return new Place(id, Options.NONE, all -> Gym.vector(id).options(all));
  }

  private static Options traded(Place where, Range.Test range) {
    List<Option<?>> known = Registry.global().get(where.id()).options();
    return MarketChoice.with(where.options(), known, range, where.id());
  }

  /** The market among the options, unless it has been learned from already. */
  private static @Nullable Market requireUnseen(Options options) {
    Market market = MarketChoice.in(options);
    Purpose purpose = market == null ? Purpose.ANY : market.purpose();
    if (purpose == Purpose.TRAIN || purpose == Purpose.VALIDATION) {
      throw new IllegalArgumentException(
          "a policy is judged on a test range, not on its "
              + (purpose == Purpose.TRAIN ? "train" : "validation")
              + " range; give on(split.test())");
    }
    return market;
  }

  private Map<String, String> facts(String id, Options options, @Nullable Market market) {
    StringJoiner texts = new StringJoiner(", ", id + " {", "}");
    options
        .values()
        .forEach(
            (option, value) -> {
              if (value != market) {
                texts.add(option.name() + "=" + value);
              }
            });
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("Environment", texts.toString());
    if (market != null) {
      facts.put(
          "Market",
          String.join(", ", market.instruments().stream().map(Instrument::symbol).toList())
              + "; SHA-256 "
              + market.fingerprint());
    }
    if (market != null && market.purpose() == Purpose.TEST) {
      int looks = TestOpenings.open(market);
      facts.put(
          Evaluation.OPENED,
          "opened " + (looks == 1 ? "once" : looks + " times") + " by this program");
    }
    facts.put("Evaluation seeds", paths + " drawn from " + seed);
    facts.put("Code", CodeVersion.describe());
    return facts;
  }
}
