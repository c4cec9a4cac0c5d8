package io.tradinggym.agents.replay;

import io.tradinggym.agents.policy.ObservationEncoder;
import io.tradinggym.api.AutoReset;
import io.tradinggym.api.Batch;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.Resumable;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.space.Space;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The last transitions of many lanes, each lane in a ring of its own. A slot holds an observation and what was done
 * there; what followed stands in the next slot, so that every observation is stored once:
 *
 * <pre>
 *   slot          | t     | t+1   | ... | T-1        | T         | T+1       | ... | open      |
 *   observation   | o_t   | o_t+1 |     | o_T-1      | o_T, last | o_0       |     | the newest
 *   action/reward | a, r  | a, r  |     | a, r       | -         | a, r      |     | to come
 *   kind          | runs  | runs  |     | ended how  | none      | runs      |     | none
 * </pre>
 *
 * <p>An episode thus takes one slot more than it has steps. A million CartPole transitions take 25 MB, and 17 MB more
 * if draws are prioritised. For one thread.
 */
public final class Replay implements Resumable, AutoCloseable {
  // Kinds of slots: not a transition (the open slot, or the last observation of an episode), or how
  // the step ended.
  private static final byte NONE = 0;
  private static final byte RUNS = 1;
  private static final byte TERMINATED = 2;
  private static final byte TRUNCATED = 3;

  private final int lanes;
  private final int length;
  private final int observationSize;
  private final int actionSize;
  private final int maskSize;
  private final AutoReset autoReset;
  private final Space actionSpace;
  private final ObservationEncoder encoder;
  private final FloatStore observations;
  private final boolean[] masks;
  private final FloatStore actions;
  private final float[] rewards;
  private final byte[] kinds;
  private final int[] open;
  private final int[] used;
  private final Sampler sampler;
  private int size;

  /**
   * An empty replay.
   *
   * @param spec of the environment: id, spaces, whether it masks
   * @param lanes number of lanes, &gt;= 1
   * @param autoReset how lanes begin a new episode after an end
   * @param capacity slots over all lanes, at least three for each
   * @param memory bytes above which the observations lie in a temporary file, and so do the actions
   * @param draws what samples favour, null to draw uniformly
   * @throws java.io.UncheckedIOException if that file cannot be made, or the disk is full
   */
  public Replay(
      EnvironmentSpec spec,
      int lanes,
      AutoReset autoReset,
      int capacity,
      long memory,
      @Nullable Draws draws) {
    this(
        spec,
        new ObservationEncoder(spec.observation(), false),
        lanes,
        autoReset,
        capacity,
        memory,
        draws);
  }

  /**
   * An empty replay whose samples show observations as a network reads them now: they are kept as they were seen, so
   * that what an encoder learns later holds for the older ones, too.
   *
   * @param capacity slots over all lanes, at least three for each
   * @param memory bytes above which the observations lie in a temporary file, and so do the actions
   * @param draws what samples favour, null to draw uniformly
   * @throws java.io.UncheckedIOException if that file cannot be made, or the disk is full
   */
  Replay(
      EnvironmentSpec spec,
      ObservationEncoder encoder,
      int lanes,
      AutoReset autoReset,
      int capacity,
      long memory,
      @Nullable Draws draws) {
    if (capacity / lanes < 3) {
      throw new IllegalArgumentException(
          "a replay for "
              + lanes
              + " lanes needs a capacity of at least "
              + 3 * lanes
              + ", was "
              + capacity);
    }
    this.lanes = lanes;
    this.autoReset = autoReset;
    this.encoder = encoder;
    actionSpace = spec.action();
    length = capacity / lanes;
    observationSize = spec.observation().size();
    actionSize = spec.action().size();
    maskSize = spec.masked() ? spec.action().maskSize() : 0;
    int slots = length * lanes;
    masks = new boolean[masks(slots, maskSize)];
    rewards = new float[slots];
    kinds = new byte[slots];
    open = new int[lanes];
    used = new int[lanes];
    sampler =
        switch (draws) {
          case null -> new UniformSampler();
          case Prioritization some -> new PrioritizedSampler(some, slots);
          case Similarity some -> new SimilarSampler(some, this, spec, lanes, slots);
        };
    // What may lie in files comes last: nothing is left behind if there is no room for the rest.
    observations = FloatStore.of((long) slots * observationSize, memory);
    try {
      actions = FloatStore.of((long) slots * actionSize, memory);
    } catch (RuntimeException | Error e) {
      observations.close();
      throw e;
    }
  }

  private static int masks(int slots, int each) {
    long values = (long) slots * each;
    if (values > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "masks of "
              + slots
              + " slots are "
              + values
              + " values, more than an array holds: lower the capacity");
    }
    return (int) values;
  }

  /**
   * Starts anew from the first observations of all lanes.
   *
   * @param batch what the reset of all lanes filled
   */
  public void begin(Batch batch) {
    Arrays.fill(kinds, NONE);
    Arrays.fill(used, 0);
    Arrays.fill(open, -1);
    size = 0;
    for (int lane = 0; lane < lanes; lane++) {
      observe(lane, batch.observations, batch.masks, false);
    }
  }

  /**
   * Adds what every lane did and what came of it.
   *
   * @param taken lanes x action size, as the learner wants them back
   * @param batch the environment's, right after the step
   */
  public void add(float[] taken, Batch batch) {
    boolean sameStep = autoReset == AutoReset.SAME_STEP;
    for (int lane = 0; lane < lanes; lane++) {
      EndReason reason = batch.endReason(lane);
      // Under NEXT_STEP the step after an end only resets: its action led nowhere.
      if (sameStep || !batch.first[lane]) {
        int slot = lane * length + open[lane];
        actions.put(taken, lane * actionSize, actionSize, (long) slot * actionSize);
        rewards[slot] = (float) batch.rewards[lane];
        kinds[slot] = reason.terminated() ? TERMINATED : reason.truncated() ? TRUNCATED : RUNS;
        size++;
        sampler.stored(slot);
      }
      if (sameStep && reason.ended()) {
        observe(lane, batch.finalObservations, batch.finalMasks, true);
      }
      observe(lane, batch.observations, batch.masks, reason.ended() && !sameStep);
    }
  }

  /** Moves a lane's open slot on, over the oldest if the ring is full, and puts an observation there. */
  private void observe(int lane, float[] seen, boolean[] allowed, boolean last) {
    open[lane] = (open[lane] + 1) % length;
    used[lane] = Math.min(used[lane] + 1, length);
    int slot = lane * length + open[lane];
    if (kinds[slot] != NONE) {
      kinds[slot] = NONE;
      size--;
      sampler.dropped(slot);
    }
    observations.put(seen, lane * observationSize, observationSize, (long) slot * observationSize);
    System.arraycopy(allowed, lane * maskSize, masks, slot * maskSize, maskSize);
    // After an end nothing is chosen: a mask that allows nothing says no more than that, and what a
    // truncated episode is bootstrapped from is not to be worth less for it.
    if (last && maskSize > 0 && !actionSpace.leavesChoice(masks, slot * maskSize)) {
      Arrays.fill(masks, slot * maskSize, (slot + 1) * maskSize, true);
    }
  }

  /** {@return the number of transitions that can be drawn} */
  public int size() {
    return size;
  }

  /**
   * Draws a sample.
   *
   * @param random the stream to draw from
   * @param steps n of n-step returns, &gt;= 1; fewer where the episode ends, or where no more are known yet
   * @param gamma discount, in (0, 1]
   * @throws IllegalStateException if nothing can be drawn yet
   * @param progress 0 at the start of the training, 1 at its end
   * @param out receives the sample; its length says how many rows are drawn
   */
  public void sample(
      RandomStream random, int steps, double gamma, double progress, ReplaySample out) {
    if (size == 0) {
      throw new IllegalStateException("the replay is empty: add transitions before drawing");
    }
    sampler.choose(this, random, progress, out);
    for (int row = 0; row < out.rows; row++) {
      read(out.slots[row], steps, gamma, out, row);
    }
    if (!encoder.plain()) {
      encoder.encode(out.raw, 0, out.rows, out.observations, 0);
      encoder.encode(out.rawNext, 0, out.rows, out.nextObservations, 0);
    }
  }

  /**
   * Hands the errors of the last sample back, for prioritised draws.
   *
   * @param sample as a replay drew it
   */
  public void learned(ReplaySample sample) {
    sampler.learned(sample);
  }

  private void read(int slot, int steps, double gamma, ReplaySample out, int row) {
    int first = slot / length * length;
    int at = slot;
    double reward = 0;
    double discount = 1;
    byte kind = RUNS;
    for (int step = 0; step < steps && kind == RUNS; step++) {
      reward += discount * rewards[at];
      discount *= gamma;
      kind = kinds[at];
      at = at + 1 == first + length ? first : at + 1;
      if (kinds[at] == NONE && kind == RUNS) {
        break; // the open slot: what comes after it is not known yet
      }
    }
    out.rewards[row] = (float) reward;
    out.discounts[row] = kind == TERMINATED ? 0 : (float) discount;
    actions.get((long) slot * actionSize, actionSize, out.actions, row * actionSize);
    int width = observationSize;
    boolean plain = encoder.plain();
    observations.get((long) slot * width, width, plain ? out.observations : out.raw, row * width);
    observations.get(
        (long) at * width, width, plain ? out.nextObservations : out.rawNext, row * width);
    System.arraycopy(masks, slot * maskSize, out.masks, row * maskSize, maskSize);
    System.arraycopy(masks, at * maskSize, out.nextMasks, row * maskSize, maskSize);
  }

  int slots() {
    return kinds.length;
  }

  /** Whether a slot holds a transition. */
  boolean holds(int slot) {
    return kinds[slot] != NONE;
  }

  int lane(int slot) {
    return slot / length;
  }

  float reward(int slot) {
    return rewards[slot];
  }

  /** Reads what was seen and done at a slot, as it was kept. */
  void look(int slot, float[] seen, int at, float[] done, int doneAt) {
    observations.get((long) slot * observationSize, observationSize, seen, at);
    actions.get((long) slot * actionSize, actionSize, done, doneAt);
  }

  /** The slot of the step before in the same episode, -1 if there is none. */
  int before(int slot) {
    int first = slot / length * length;
    int at = slot == first ? first + length - 1 : slot - 1;
    return kinds[at] == RUNS ? at : -1;
  }

  /** Writes a lane's newest transitions up to one of them, newest first, and returns how many there are. */
  int newest(int slot, int[] out) {
    int first = slot / length * length;
    int count = 0;
    int at = slot;
    for (int step = 0; step < length && count < out.length; step++) {
      if (kinds[at] != NONE) {
        out[count++] = at;
      }
      at = at == first ? first + length - 1 : at - 1;
    }
    return count;
  }

  int uniformSlot(RandomStream random) {
    int longest = used[0];
    for (int lanesUsed : used) {
      longest = Math.max(longest, lanesUsed);
    }
    while (true) {
      int slot = random.integer(lanes) * length + random.integer(longest);
      if (kinds[slot] != NONE) {
        return slot;
      }
    }
  }

  /** The slots in use are the first of each lane's ring, until it is full. */
  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(length);
    for (int lane = 0; lane < lanes; lane++) {
      out.writeInt(open[lane]);
      out.writeInt(used[lane]);
      int slot = lane * length;
      observations.save(out, (long) slot * observationSize, (long) used[lane] * observationSize);
      actions.save(out, (long) slot * actionSize, (long) used[lane] * actionSize);
      for (int i = slot; i < slot + used[lane]; i++) {
        out.writeFloat(rewards[i]);
      }
      out.write(kinds, slot, used[lane]);
      for (int i = slot * maskSize; i < (slot + used[lane]) * maskSize; i++) {
        out.writeBoolean(masks[i]);
      }
    }
    sampler.save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    int saved = in.readInt();
    if (saved != length) {
      throw new IOException(
          "the replay that was saved holds "
              + saved
              + " steps in each lane, this one "
              + length
              + ": the capacity differs");
    }
    Arrays.fill(kinds, NONE);
    for (int lane = 0; lane < lanes; lane++) {
      open[lane] = in.readInt();
      used[lane] = in.readInt();
      int slot = lane * length;
      observations.restore(in, (long) slot * observationSize, (long) used[lane] * observationSize);
      actions.restore(in, (long) slot * actionSize, (long) used[lane] * actionSize);
      for (int i = slot; i < slot + used[lane]; i++) {
        rewards[i] = in.readFloat();
      }
      in.readFully(kinds, slot, used[lane]);
      for (int i = slot * maskSize; i < (slot + used[lane]) * maskSize; i++) {
        masks[i] = in.readBoolean();
      }
    }
    size = 0;
    for (byte kind : kinds) {
      size += kind == NONE ? 0 : 1;
    }
    sampler.restore(in);
  }

  @Override
  public void close() {
    observations.close();
    actions.close();
  }
}
