package io.tradinggym.agents.replay;

import io.tradinggym.agents.policy.ObservationEncoder;
import io.tradinggym.agents.policy.Older;
import io.tradinggym.agents.policy.Policy;
import io.tradinggym.agents.policy.PolicySpec;
import io.tradinggym.agents.train.EpisodeTracker;
import io.tradinggym.agents.train.FiniteGuard;
import io.tradinggym.agents.train.Learner;
import io.tradinggym.agents.train.Room;
import io.tradinggym.api.AutoReset;
import io.tradinggym.api.Batch;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A run of an off-policy algorithm: act and store, then learn from samples, repeat. Each lane explores with a stream of
 * its own and samples are drawn by one thread, so the bits are the same on any number of them.
 */
public final class OffPolicyLearner implements Learner {
  private final OffPolicySettings settings;
  private final VectorEnvironment envs;
  private final OffPolicyUpdate update;
  private final Batch batch;
  private final ObservationEncoder encoder;
  private final float[] inputs;
  private final Replay replay;
  private final ReplaySample sample;
  private final RandomStream[] randoms;
  private final RandomStream draws;
  private final EpisodeTracker episodes;
  private final FiniteGuard guard;
  private final float[] kept;
  private final float[] actions;
  private long steps;

  /**
   * A run at the start of fresh episodes.
   *
   * @param update closed with the learner
   */
  private OffPolicyLearner(
      OffPolicySettings settings, OffPolicyUpdate update, VectorEnvironment envs, long seed) {
    this.settings = settings;
    this.update = update;
    this.envs = envs;
    int lanes = envs.lanes();
    batch = envs.newBatch();
    encoder = new ObservationEncoder(envs.observationSpace(), settings.normalizeObservations());
    inputs = new float[encoder.plain() ? 0 : lanes * encoder.inputs()];
    replay =
        Room.of(
            "a replay of " + settings.capacity() + " steps",
            "capacity",
            () ->
                new Replay(
                    envs.spec(),
                    encoder,
                    lanes,
                    envs.autoReset(),
                    settings.capacity(),
                    settings.memory(),
                    settings.draws()));
    int actionSize = envs.actionSpace().size();
    sample =
        Room.of(
            "a sample of " + settings.batch() + " transitions",
            "batch",
            () -> new ReplaySample(settings.batch(), encoder, actionSize, batch.maskSize));
    randoms = new RandomStream[lanes];
    for (int lane = 0; lane < lanes; lane++) {
      randoms[lane] = RandomStreams.of(seed).stream("actions", lane);
    }
    draws = RandomStreams.of(seed).stream("draws");
    episodes = new EpisodeTracker(lanes);
    guard = new FiniteGuard(envs);
    kept = new float[lanes * actionSize];
    actions = new float[kept.length];
    try {
      envs.reset(seed, batch);
      guard.check(batch, 0);
    } catch (RuntimeException | Error e) {
      replay.close();
      throw e;
    }
    encoder.update(batch);
    replay.begin(batch);
  }

  /**
   * Starts a run.
   *
   * @param settings how experience is collected and drawn from
   * @param update makes what learns; closed with the learner, and when it cannot be started
   * @param envs that it learns in, with autoreset; reset with the seed
   * @param seed any number; the same seed gives the same bits
   * @return the learner, before its first iteration
   */
  public static Learner start(
      OffPolicySettings settings,
      Supplier<OffPolicyUpdate> update,
      VectorEnvironment envs,
      long seed) {
    if (envs.autoReset() == AutoReset.DISABLED) {
      throw new IllegalArgumentException(
          "training needs autoreset NEXT_STEP or SAME_STEP, was DISABLED");
    }
    OffPolicyUpdate made =
        Room.of(
            "networks for samples of " + settings.batch() + " transitions",
            "hidden or batch",
            update);
    try {
      return new OffPolicyLearner(settings, made, envs, seed);
    } catch (RuntimeException | Error e) {
      made.close();
      throw e;
    }
  }

  @Override
  public void advance(double progress) {
    for (int i = 0; i < settings.trainEvery(); i++) {
      step(progress);
    }
    if (steps >= settings.learningStarts()) {
      int samples = settings.gradientSteps() == 0 ? batch.lanes : settings.gradientSteps();
      for (int i = 0; i < samples; i++) {
        replay.sample(draws, settings.nStep(), settings.gamma(), progress, sample);
        update.learn(sample, progress);
        replay.learned(sample);
      }
    }
  }

  private void step(double progress) {
    update.explore(seen(), batch, randoms, steps < settings.learningStarts(), progress, kept);
    update.translate(kept, actions);
    envs.step(actions, batch);
    guard.check(batch, steps + batch.lanes);
    encoder.update(batch);
    replay.add(kept, batch);
    boolean sameStep = envs.autoReset() == AutoReset.SAME_STEP;
    for (int lane = 0; lane < batch.lanes; lane++) {
      if (sameStep || !batch.first[lane]) {
        episodes.add(lane, batch.rewards[lane], batch.endReason(lane).ended());
      }
    }
    steps += batch.lanes;
    update.stepped(steps, batch.lanes);
  }

  /** What a network reads of the newest observations. */
  private float[] seen() {
    if (encoder.plain()) {
      return batch.observations;
    }
    encoder.encode(batch.observations, 0, batch.lanes, inputs, 0);
    return inputs;
  }

  @Override
  public void adopt(Policy older) {
    older.requireFits(envs.spec());
    update.adopt(older);
    Older.begin(older, envs, encoder);
  }

  @Override
  public long steps() {
    return steps;
  }

  @Override
  public Policy policy() {
    return update.policy(PolicySpec.of(envs, encoder));
  }

  @Override
  public EpisodeTracker episodes() {
    return episodes;
  }

  @Override
  public Map<String, Double> metrics() {
    return update.metrics();
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeLong(steps);
    envs.save(out);
    batch.save(out);
    replay.save(out);
    for (RandomStream random : randoms) {
      random.save(out);
    }
    draws.save(out);
    episodes.save(out);
    encoder.save(out);
    update.save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    steps = in.readLong();
    envs.restore(in);
    batch.restore(in);
    replay.restore(in);
    for (RandomStream random : randoms) {
      random.restore(in);
    }
    draws.restore(in);
    episodes.restore(in);
    encoder.restore(in);
    update.restore(in);
  }

  @Override
  public void close() {
    replay.close();
    update.close();
  }
}
