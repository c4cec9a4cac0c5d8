package io.tradinggym.agents.rollout;

import io.tradinggym.agents.nn.Workspace;
import io.tradinggym.agents.nn.kernel.Kernels;
import io.tradinggym.agents.policy.ActorCritic;
import io.tradinggym.agents.policy.ObservationEncoder;
import io.tradinggym.agents.policy.head.ActionDistribution;
import io.tradinggym.agents.policy.head.ActionHead;
import io.tradinggym.agents.train.EpisodeTracker;
import io.tradinggym.agents.train.FiniteGuard;
import io.tradinggym.agents.train.Room;
import io.tradinggym.api.AutoReset;
import io.tradinggym.api.Batch;
import io.tradinggym.api.Crew;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.Resumable;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.api.wrapper.Normalizer;
import io.tradinggym.api.wrapper.RewardScaler;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Fills a {@link Rollout} by acting in a vector environment. Each lane draws its actions from a stream of its own and
 * every row of a network pass is independent of its neighbours, so the bits are the same on any number of threads.
 */
public final class Collector implements Resumable, AutoCloseable {
  private static final boolean[] GOES_ON = {false};

  private final VectorEnvironment envs;
  private final ActorCritic model;
  private final double gamma;
  private final Batch batch;
  private final float[] actions;
  private final RandomStream[] randoms;
  private final float[] noise;
  private final float[] states;
  private final ObservationEncoder encoder;
  private final @Nullable RewardScaler rewardScaler;
  private final EpisodeTracker episodes;
  private final FiniteGuard guard;
  private final Crew crew;
  private final Part[] parts;
  private final float[] finalObservation;
  private final float[] lastObservations;
  private final float[] lastValues;

  // What the crew works on.
  private float[] params = new float[0];
  private final Rollout rollout;
  private int step;
  private long collected;

  /**
   * A collector at the start of fresh episodes.
   *
   * @param envs that are collected from, with autoreset; reset with the seed
   * @param model the networks' shapes
   * @param steps of the rollouts to come, per lane, &gt;= 1
   * @param gamma discount, in (0, 1]
   * @param normalizeObservations whether observations are scaled by what was seen
   * @param normalizeRewards whether rewards are divided by the deviation of the return
   * @param seed any number; the same seed gives the same bits
   * @param threads threads that may help, &gt;= 1; the result is the same for any number
   */
  public Collector(
      VectorEnvironment envs,
      ActorCritic model,
      int steps,
      double gamma,
      boolean normalizeObservations,
      boolean normalizeRewards,
      long seed,
      int threads) {
    if (envs.autoReset() == AutoReset.DISABLED) {
      throw new IllegalArgumentException(
          "training needs autoreset NEXT_STEP or SAME_STEP, was DISABLED");
    }
    this.envs = envs;
    this.model = model;
    this.gamma = gamma;
    int lanes = envs.lanes();
    encoder = new ObservationEncoder(envs.observationSpace(), normalizeObservations);
    int size = encoder.inputs();
    batch = envs.newBatch();
    actions = new float[lanes * model.head().actionSize()];
    randoms = new RandomStream[lanes];
    for (int lane = 0; lane < lanes; lane++) {
      randoms[lane] = RandomStreams.of(seed).stream("actions", lane);
    }
    noise = new float[lanes * model.head().noiseSize()];
    rewardScaler = normalizeRewards ? new RewardScaler(lanes, gamma, RewardScaler.CLIP) : null;
    episodes = new EpisodeTracker(lanes);
    guard = new FiniteGuard(envs);
    parts = new Part[Math.min(threads, lanes)];
    for (int i = 0; i < parts.length; i++) {
      int from = (int) ((long) lanes * i / parts.length);
      int to = (int) ((long) lanes * (i + 1) / parts.length);
      parts[i] = new Part(from, to);
    }
    finalObservation = new float[size];
    lastObservations = new float[lanes * size];
    lastValues = new float[lanes];
    states = new float[lanes * model.stateSize()];
    rollout =
        Room.of(
            "a rollout of " + steps + " steps in " + lanes + " lanes",
            "rolloutSteps, or take fewer lanes",
            () ->
                new Rollout(
                    steps,
                    lanes,
                    size,
                    model.head().actionSize(),
                    batch.maskSize,
                    model.shape().sequence(steps),
                    model.stateSize()));
    envs.reset(seed, batch);
    guard.check(batch, 0);
    encoder.update(batch);
    // Threads last: nothing that may fail comes after them.
    crew = new Crew(parts.length, "collector");
  }

  /** The lanes of one thread and its networks' memory. */
  private final class Part {
    private final int from;
    private final int to;
    private final Workspace actorWork;
    private final Workspace criticWork;
    private final ActionDistribution distribution = model.head().distribution();

    Part(int from, int to) {
      this.from = from;
      this.to = to;
      actorWork = new Workspace(model.actor(), to - from, Kernels.fastest());
      criticWork = new Workspace(model.critic(), to - from, Kernels.fastest());
    }

    /** Noise that stays for some steps is drawn first with every rollout: checkpoints need not hold it. */
    void drawNoise() {
      int size = model.head().noiseSize();
      if (size > 0 && step % model.head().noiseSteps() == 0) {
        for (int lane = from; lane < to; lane++) {
          for (int i = lane * size; i < (lane + 1) * size; i++) {
            noise[i] = (float) randoms[lane].gaussian();
          }
        }
      }
    }

    void act() {
      drawNoise();
      int size = model.actor().inputs();
      ActionHead head = model.head();
      int row = step * rollout.lanes + from;
      encode(batch.observations, from, to - from, rollout.observations, row);
      System.arraycopy(
          batch.masks,
          from * batch.maskSize,
          rollout.masks,
          row * batch.maskSize,
          (to - from) * batch.maskSize);
      remember(row);
      model.actor().forward(actorWork, params, 0, to - from, rollout.observations, row * size);
      for (int lane = from; lane < to; lane++, row++) {
        int at = row * head.actionSize();
        distribution.at(
            actorWork.output(),
            (lane - from) * head.outputs(),
            params,
            model.headAt(),
            rollout.masks,
            row * batch.maskSize);
        rollout.logProbabilities[row] =
            distribution.explore(
                randoms[lane], noise, lane * head.noiseSize(), rollout.actions, at);
        System.arraycopy(rollout.actions, at, actions, lane * head.actionSize(), head.actionSize());
        head.clip(actions, lane * head.actionSize());
      }
    }

    /** Tells the networks where episodes begin; a critic that remembers must see every observation in time. */
    private void remember(int row) {
      int size = model.stateSize();
      if (size > 0) {
        System.arraycopy(batch.first, from, rollout.starts, row, to - from);
        if (step % rollout.sequence == 0) {
          int target = (step / rollout.sequence * rollout.lanes + from) * size;
          System.arraycopy(states, from * size, rollout.states, target, (to - from) * size);
        }
        actorWork.sequences().set(to - from, rollout.starts, row, states, from * size, size, true);
        look(criticWork, to - from, rollout.starts, row, from, true);
        evaluate(row);
      }
    }

    private void evaluate(int row) {
      model
          .critic()
          .forward(
              criticWork,
              params,
              model.criticAt(),
              to - from,
              rollout.observations,
              row * model.critic().inputs());
      System.arraycopy(criticWork.output(), 0, rollout.values, row, to - from);
    }

    void value() {
      int size = model.critic().inputs();
      if (model.stateSize() == 0) {
        for (int t = 0; t < rollout.steps; t++) {
          evaluate(t * rollout.lanes + from);
        }
      }
      encode(batch.observations, from, to - from, lastObservations, from);
      look(criticWork, to - from, batch.first, from, from, false);
      model
          .critic()
          .forward(criticWork, params, model.criticAt(), to - from, lastObservations, from * size);
      System.arraycopy(criticWork.output(), 0, lastValues, from, to - from);
    }
  }

  private final IntConsumer act = this::actPart;
  private final IntConsumer value = this::valuePart;

  private void actPart(int part) {
    parts[part].act();
  }

  private void valuePart(int part) {
    parts[part].value();
  }

  /**
   * Collects the next rollout with these parameters; the same object every time, overwritten.
   *
   * @param parameters of the model, as long as its layout
   * @param lambda of generalised advantage estimation, in [0, 1]
   * @return the rollout; the same object every time
   */
  public Rollout collect(float[] parameters, double lambda) {
    params = parameters;
    for (step = 0; step < rollout.steps; step++) {
      crew.run(act);
      envs.step(actions, batch);
      collected += rollout.lanes;
      guard.check(batch, collected);
      record();
    }
    crew.run(value);
    rollout.estimateAdvantages(lastValues, gamma, lambda);
    return rollout;
  }

  private void record() {
    if (rewardScaler != null) {
      rewardScaler.update(batch, true);
    }
    for (int lane = 0; lane < rollout.lanes; lane++) {
      int row = step * rollout.lanes + lane;
      EndReason reason = batch.endReason(lane);
      boolean ended = reason.ended();
      // Under NEXT_STEP the step after an end only resets: the policy's action led nowhere.
      boolean valid = envs.autoReset() != AutoReset.NEXT_STEP || !batch.first[lane];
      double reward = batch.rewards[lane];
      if (valid) {
        episodes.add(lane, reward, ended);
      }
      double scaled = rewardScaler == null ? reward : rewardScaler.scale(reward);
      if (reason.truncated()) {
        scaled += gamma * finalValue(lane);
      }
      rollout.rewards[row] = (float) scaled;
      rollout.ended[row] = ended;
      rollout.valid[row] = valid;
    }
    encoder.update(batch);
  }

  private double finalValue(int lane) {
    encode(batch.lastObservations(), lane, 1, finalObservation, 0);
    Workspace work = parts[0].criticWork;
    look(work, 1, GOES_ON, 0, lane, false);
    model.critic().forward(work, params, model.criticAt(), 1, finalObservation, 0);
    return work.output()[0];
  }

  /** Tells the critic what lanes remember, from one on. */
  private void look(
      Workspace work, int count, boolean[] starts, int startsAt, int lane, boolean advance) {
    int size = model.stateSize();
    work.sequences()
        .set(
            count,
            starts,
            startsAt,
            states,
            lane * size + model.actor().stateSize(),
            size,
            advance);
  }

  /** Writes what networks read of the observations from a row on, as rows from another on. */
  private void encode(float[] observations, int row, int rows, float[] to, int toRow) {
    encoder.encode(observations, row * batch.observationSize, rows, to, toRow * encoder.inputs());
  }

  /** {@return the rollout that is filled again and again: its shape is known before it holds anything} */
  public Rollout rollout() {
    return rollout;
  }

  /** {@return the environment steps so far, over all lanes} */
  public long steps() {
    return collected;
  }

  /**
   * Keeps count of finished episodes.
   *
   * @return the tracker, live
   */
  public EpisodeTracker episodes() {
    return episodes;
  }

  /** {@return how networks read observations, with what was learned of them so far} */
  public ObservationEncoder encoder() {
    return encoder;
  }

  /** {@return the normalisation so far, null if observations are left as they are} */
  public @Nullable Normalizer normalizer() {
    return encoder.normalizer();
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeLong(collected);
    envs.save(out);
    BatchState.save(batch, out);
    for (RandomStream random : randoms) {
      random.save(out);
    }
    for (float value : states) {
      out.writeFloat(value);
    }
    episodes.save(out);
    encoder.save(out);
    if (rewardScaler != null) {
      rewardScaler.save(out);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    collected = in.readLong();
    envs.restore(in);
    BatchState.restore(batch, in);
    for (RandomStream random : randoms) {
      random.restore(in);
    }
    for (int i = 0; i < states.length; i++) {
      states[i] = in.readFloat();
    }
    episodes.restore(in);
    encoder.restore(in);
    if (rewardScaler != null) {
      rewardScaler.restore(in);
    }
  }

  @Override
  public void close() {
    crew.close();
  }
}
