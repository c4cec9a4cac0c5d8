package io.tradinggym.api;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.api.space.Space;
import io.tradinggym.api.wrapper.PassiveChecker;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * The engine: runs lanes of {@link EnvironmentLogic}, each with its own stream, applies the step limit and the
 * autoreset mode, and spreads contiguous blocks of lanes over threads. A lane's bits depend on seed and lane number
 * alone; whether it has a logic of its own or shares one with its block is decided by {@link LaneLogics}.
 */
final class Lanes implements VectorEnvironment {
  private static final byte RUNNING = EndReason.NONE.code();
  private static final byte OUT_OF_TIME = EndReason.TIME_LIMIT.code();

  private final EnvironmentSpec spec;
  private final Supplier<EnvironmentLogic> maker;
  private final int lanes;
  private final RandomStream[] randoms;
  private final int[] steps;
  private final boolean[] ended;
  private final AutoReset autoReset;
  private final boolean checked;
  private final int maxSteps;
  private final Space space;
  private final int actionSize;
  private final Crew crew;
  private final LaneLogics[] logics;
  private final Block[] blocks;
  private boolean started;
  private boolean closed;
  private long unseen;

  // What the crew works on during a step.
  private float[] actions = new float[0];
  private Batch out;

  /**
   * An engine.
   *
   * @param options that made the maker; they become part of the spec
   * @param checked whether all actions are checked, not only those of the first steps, and the first steps of lane 0;
   *     with lanes in columns all actions are checked always
   */
  Lanes(
      Supplier<EnvironmentLogic> maker,
      int lanes,
      int threads,
      AutoReset autoReset,
      Options options,
      boolean checked) {
    if (lanes < 1) {
      throw new IllegalArgumentException("lanes must be >= 1, was " + lanes);
    }
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be >= 1, was " + threads);
    }
    this.maker = maker;
    this.autoReset = autoReset;
    this.checked = checked;
    unseen = checked ? Long.MAX_VALUE : PassiveChecker.STEPS;
    this.lanes = lanes;
    randoms = new RandomStream[lanes];
    steps = new int[lanes];
    ended = new boolean[lanes];
    int parts = Math.min(threads, lanes);
    logics = new LaneLogics[parts];
    blocks = new Block[parts];
    try {
      for (int lane = 0; lane < lanes; lane++) {
        randoms[lane] = RandomStreams.of(0).stream("environment", lane);
      }
      for (int part = 0; part < parts; part++) {
        int from = (int) ((long) lanes * part / parts);
        logics[part] = new LaneLogics(maker, from, (int) ((long) lanes * (part + 1) / parts));
      }
      spec = logics[0].any().spec().toBuilder().options(options).build();
      if (checked) {
        logics[0].wrap(0, PassiveChecker::new);
      }
      maxSteps = spec.maxSteps() == 0 ? Integer.MAX_VALUE : spec.maxSteps();
      space = spec.action();
      actionSize = space.size();
      out = newBatch();
      for (int part = 0; part < parts; part++) {
        blocks[part] = new Block(logics[part]);
      }
      if (Arrays.stream(logics).anyMatch(LaneLogics::inColumns)) {
        unseen = Long.MAX_VALUE; // no lane in columns could refuse an action by itself
      }
      crew = new Crew(parts, "lanes-" + spec.id());
    } catch (RuntimeException | Error e) {
      Closing.after(e, logics);
      throw e;
    }
  }

  /** The lanes that one thread steps, with its cursors. */
  private final class Block {
    private final LaneLogics logics;
    private final int from;
    private final int to;
    private final boolean inColumns;
    private final Frame frame = new Frame(out);
    private final Action action = new Action();

    Block(LaneLogics logics) {
      this.logics = logics;
      from = logics.from();
      to = logics.to();
      inColumns = logics.inColumns();
    }

    void step() {
      if (inColumns) {
        step(logics.columns());
        return;
      }
      for (int lane = from; lane < to; lane++) {
        if (ended[lane]) {
          reset(lane, Options.NONE);
        } else {
          step(lane);
          if (++steps[lane] >= maxSteps || out.ends[lane] != RUNNING) {
            end(lane);
          }
        }
      }
    }

    private void step(int lane) {
      Frame lanesFrame = frame.at(out, lane);
      lanesFrame.clear();
      EndReason reason =
          logics.of(lane).step(action.at(actions, lane * actionSize), randoms[lane], lanesFrame);
      out.first[lane] = false;
      out.ends[lane] = reason.code();
    }

    private void step(LaneColumns columns) {
      out.clear(from, to);
      columns.step(actions, out, from);
      if (logics.apart() > 0) {
        stepApart();
      }
      int[] taken = steps;
      for (int lane = from; lane < to; lane++) {
        taken[lane]++;
      }
      boolean[] over = ended;
      byte[] ends = out.ends;
      for (int lane = from; lane < to; lane++) {
        if (over[lane]) {
          reset(lane, Options.NONE);
        } else if (ends[lane] != RUNNING || taken[lane] >= maxSteps) {
          end(lane);
        }
      }
    }

    /** Lanes that have a logic of their own; nobody reads what became of them in the columns. */
    private void stepApart() {
      for (int lane = from; lane < to; lane++) {
        if (logics.own(lane) != null && !ended[lane]) {
          step(lane);
        }
      }
    }

    /** Ends an episode which is over by its law, or else out of time. */
    private void end(int lane) {
      if (out.ends[lane] == RUNNING) {
        out.ends[lane] = OUT_OF_TIME;
      }
      if (autoReset != AutoReset.SAME_STEP) {
        ended[lane] = true;
        return;
      }
      int size = out.observationSize;
      System.arraycopy(out.observations, lane * size, out.finalObservations, lane * size, size);
      System.arraycopy(
          out.infos, lane * out.infoSize, out.finalInfos, lane * out.infoSize, out.infoSize);
      System.arraycopy(
          out.masks, lane * out.maskSize, out.finalMasks, lane * out.maskSize, out.maskSize);
      double reward = out.rewards[lane];
      byte reason = out.ends[lane];
      reset(lane, Options.NONE);
      out.rewards[lane] = reward;
      out.ends[lane] = reason;
    }

    void reset(boolean[] marked) {
      for (int lane = from; lane < to; lane++) {
        if (marked[lane]) {
          reset(lane, Options.NONE);
        }
      }
    }

    void reset(int lane, Options options) {
      Frame lanesFrame = frame.at(out, lane);
      if (lane == 0 && logics.own(0) instanceof PassiveChecker checker && checker.done()) {
        logics.unwrap(0, checker.inner());
      }
      lanesFrame.clear();
      logics.of(lane).reset(randoms[lane], options, lanesFrame);
      steps[lane] = 0;
      ended[lane] = false;
      out.first[lane] = true;
      out.ends[lane] = EndReason.NONE.code();
    }
  }

  @Override
  public EnvironmentSpec spec() {
    return spec;
  }

  @Override
  public int lanes() {
    return lanes;
  }

  @Override
  public AutoReset autoReset() {
    return autoReset;
  }

  @Override
  public void reset(long seed, Options options, Batch batch) {
    requireOpen();
    RandomStreams streams = RandomStreams.of(seed);
    use(batch);
    for (int lane = 0; lane < lanes; lane++) {
      randoms[lane] = streams.stream("environment", lane);
    }
    crew.run(
        part -> {
          Block block = blocks[part];
          for (int lane = block.from; lane < block.to; lane++) {
            block.reset(lane, options);
          }
        });
    started = true;
  }

  @Override
  public void reset(boolean[] marked, Batch batch) {
    requireStarted();
    if (marked.length != lanes) {
      throw new IllegalArgumentException(
          "reset mask must have " + lanes + " entries, has " + marked.length);
    }
    use(batch);
    if (blocks.length == 1) {
      blocks[0].reset(marked);
    } else {
      crew.run(part -> blocks[part].reset(marked));
    }
  }

  @Override
  public void step(float[] laneActions, Batch batch) {
    requireStarted();
    if (laneActions.length != lanes * actionSize) {
      throw new IllegalArgumentException(
          "actions must have "
              + lanes
              + " lanes x "
              + actionSize
              + " floats, has "
              + laneActions.length);
    }
    requireRunning();
    if (unseen > 0) {
      unseen--;
      requireActions(laneActions);
    }
    actions = laneActions;
    use(batch);
    if (blocks.length == 1) {
      blocks[0].step();
    } else {
      crew.run(stepPart);
    }
  }

  private final IntConsumer stepPart = this::stepBlock;

  private void stepBlock(int part) {
    blocks[part].step();
  }

  /** Refused before any lane is stepped: all of them move, or none. */
  private void requireRunning() {
    if (autoReset == AutoReset.DISABLED) {
      for (int lane = 0; lane < ended.length; lane++) {
        if (ended[lane]) {
          throw hasEnded(lane);
        }
      }
    }
  }

  private static IllegalStateException hasEnded(int lane) {
    return new IllegalStateException("lane " + lane + " has ended; reset it before stepping on");
  }

  /** Called in every step, so that it is short: what is said of a wrong action is worked out elsewhere. */
  private void requireActions(float[] laneActions) {
    int bad = space.firstRefused(laneActions, 0, lanes);
    if (bad < lanes) {
      refuse(bad, laneActions);
    }
  }

  /** The action of a lane that is only reset leads nowhere, whatever it is. */
  private void refuse(int firstBad, float[] laneActions) {
    int bad = firstBad;
    while (bad < lanes && ended[bad]) {
      bad = space.firstRefused(laneActions, bad + 1, lanes);
    }
    if (bad < lanes) {
      float[] action = Arrays.copyOfRange(laneActions, bad * actionSize, (bad + 1) * actionSize);
      throw new IllegalArgumentException(
          spec.id()
              + (lanes == 1 ? "" : ", lane " + bad)
              + ": action "
              + Arrays.toString(action)
              + " is not in "
              + space);
    }
  }

  /** Lanes may write only what changed, so a batch that was not written last starts as a copy of the one that was. */
  private void use(Batch batch) {
    if (batch == out) {
      return;
    }
    if (batch.lanes != lanes
        || batch.observationSize != spec.observation().size()
        || (autoReset == AutoReset.SAME_STEP) != (batch.finalObservations.length > 0)) {
      throw new IllegalArgumentException(
          "the batch was not made for this environment; use newBatch()");
    }
    batch.copyFrom(out);
    out = batch;
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException(spec.id() + " is closed");
    }
  }

  private void requireStarted() {
    requireOpen();
    if (!started) {
      throw new IllegalStateException(spec.id() + " must be reset before it is stepped");
    }
  }

  private LaneLogics block(int lane) {
    Objects.checkIndex(lane, lanes);
    int part = 0;
    while (lane >= logics[part].to()) {
      part++;
    }
    return logics[part];
  }

  /** The logic in which a lane's state is until another's is asked for. */
  private EnvironmentLogic of(int lane) {
    return block(lane).of(lane);
  }

  @Override
  public String render(int lane) {
    return of(lane).render();
  }

  @Override
  public void save(DataOutput data) throws IOException {
    data.writeBoolean(started);
    out.save(data);
    for (int lane = 0; lane < lanes; lane++) {
      randoms[lane].save(data);
      data.writeInt(steps[lane]);
      data.writeBoolean(ended[lane]);
      resumable(lane).save(data);
    }
  }

  @Override
  public void restore(DataInput data) throws IOException {
    started = data.readBoolean();
    out.restore(data);
    for (int lane = 0; lane < lanes; lane++) {
      randoms[lane].restore(data);
      steps[lane] = data.readInt();
      ended[lane] = data.readBoolean();
      resumable(lane).restore(data);
    }
  }

  private Resumable resumable(int lane) {
    EnvironmentLogic logic = of(lane);
    if (logic.resumable() && logic instanceof Resumable resumable) {
      return resumable;
    }
    throw new UnsupportedOperationException(
        spec.id()
            + " cannot be saved: "
            + logic.getClass().getName()
            + " is not Resumable, or wraps what is not");
  }

  @Override
  public <T> Optional<T> find(int lane, Class<T> kind) {
    return block(lane).find(lane, kind);
  }

  @Override
  public boolean resumable() {
    return logics[0].any().resumable();
  }

  @Override
  public VectorEnvironment fork() {
    requireOpen();
    Lanes copy = new Lanes(maker, lanes, crew.threads(), autoReset, spec.options(), checked);
    if (copy.logics[0].own(0) instanceof PassiveChecker checker) {
      copy.logics[0].unwrap(0, checker.inner());
    }
    try {
      Snapshots.copy(this, copy);
    } catch (RuntimeException | Error e) {
      Closing.after(e, copy);
      throw e;
    }
    return copy;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      crew.close();
      Closing.all(logics);
    }
  }
}
