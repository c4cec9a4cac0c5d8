package io.tradinggym.experiments.evaluation;

import io.tradinggym.api.AutoReset;
import io.tradinggym.api.Batch;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.trading.TradingDesk;
import io.tradinggym.trading.rule.Foresight;
import io.tradinggym.trading.rule.Rule;
import io.tradinggym.trading.rule.RuleSteering;
import io.tradinggym.trading.trace.Traced;
import io.tradinggym.trading.trace.TradeTrace;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Numbered episodes of one environment: path {@code i} starts from the same random numbers for everybody, whatever was
 * played before. One caller at a time.
 */
public final class Arena implements AutoCloseable {
  private final VectorEnvironment environment;
  private final RandomStreams paths;
  private final Batch batch;
  private final List<TradeTrace> traces;
  private @Nullable Rule checked;

  /**
   * Episodes of an environment.
   *
   * @param maker makes the environment
   * @param seed of the paths
   * @param purpose such as {@code validation}; other purposes get other paths
   */
  public Arena(Supplier<EnvironmentLogic> maker, long seed, String purpose) {
    this(Gym.vector(maker, 1, 1, AutoReset.DISABLED), seed, purpose);
  }

  /**
   * Episodes of an environment that is there, and is closed with the arena.
   *
   * @param environment one lane, without autoreset
   */
  public Arena(VectorEnvironment environment, long seed, String purpose) {
    this.environment = environment;
    paths = RandomStreams.of(seed).child(purpose, 0);
    batch = environment.newBatch();
    traces = environment.find(0, Traced.class).map(Traced::traces).orElse(List.of());
    traces.forEach(trace -> trace.listen(true));
  }

  /** What is played. */
  public EnvironmentSpec spec() {
    return environment.spec();
  }

  /** The traces of the accounts, which tell of the path that was played last; empty if they are not shown. */
  public List<TradeTrace> traces() {
    return traces;
  }

  /**
   * Plays one path to its end.
   *
   * @throws IllegalArgumentException if a rule is to play where no {@link TradingDesk} trades, or looks ahead
   */
  public Trajectory play(Contender contender, int path) {
    Contender.Player player = contender.player(spec(), path, () -> play(Controls.NO_TRADE, path));
    steer(contender.rule());
    EnvironmentSpec spec = spec();
    float[] action = new float[spec.action().size()];
    Recorder recorder = new Recorder(spec, traces, !(contender instanceof Controls));
    environment.reset(paths.stream("path", path).nextLong(), batch);
    recorder.add(batch);
    for (int step = 0; batch.ends[0] == 0; step++) {
      player.act(step, batch.observations, batch.masks, batch.infos, action);
      environment.step(action, batch);
      recorder.add(batch, action);
    }
    return recorder.trajectory(contender.title(), path, batch.endReason(0));
  }

  private void steer(@Nullable Rule rule) {
    Optional<TradingDesk> desk = environment.find(0, TradingDesk.class);
    if (rule != null && desk.isEmpty()) {
      throw new IllegalArgumentException(
          "a rule trades bars; in " + spec().id() + " there is no desk of bars");
    }
    if (rule != null && !rule.equals(checked)) {
      Foresight.requireNone(rule, desk.orElseThrow().cursor().market().instruments());
      checked = rule;
    }
    desk.ifPresent(found -> found.steer(rule == null ? null : new RuleSteering(rule, found)));
  }

  @Override
  public void close() {
    environment.close();
  }
}
