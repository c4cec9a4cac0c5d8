package io.tradinggym.api;

import io.tradinggym.api.space.Space;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;

/**
 * One environment, used as in Gymnasium: a vector environment of one lane, with episodes started by hand.
 *
 * <pre>{@code
 * try (Environment env = Gym.make("CartPole-v1")) {
 *   RandomStream random = RandomStreams.of(42).stream("actions");
 *   env.reset(42);
 *   double total = 0;
 *   while (!env.ended()) {
 *     total += env.step(env.actionSpace().sample(random)).reward();
 *   }
 *   System.out.println(total + " " + env.endReason());
 * }
 * }</pre>
 */
public final class Environment implements Resumable, AutoCloseable {
  private static final boolean[] FIRST_LANE = {true};

  private final VectorEnvironment lane;
  private final Batch batch;
  private final Step step;
  private final float[] action;
  private boolean ready;

  /**
   * Wraps a vector environment of one lane whose autoreset is disabled.
   *
   * @param lane closed with this environment
   */
  public Environment(VectorEnvironment lane) {
    if (lane.lanes() != 1 || lane.autoReset() != AutoReset.DISABLED) {
      throw new IllegalArgumentException(
          "needs one lane with autoreset DISABLED, was "
              + lane.lanes()
              + " with "
              + lane.autoReset());
    }
    this.lane = lane;
    batch = lane.newBatch();
    step = new Step(lane.spec(), batch);
    action = new float[lane.spec().action().size()];
  }

  /**
   * Starts an episode from a seed.
   *
   * @param seed any number; the same seed gives the same bits
   * @return what is observed; the same object every time, overwritten by the next step
   */
  public Step reset(long seed) {
    return reset(seed, Options.NONE);
  }

  /**
   * Starts an episode from a seed with options of the environment.
   *
   * @param seed any number; the same seed gives the same bits
   * @param options of this reset, as the environment knows them; {@link Options#NONE} for none
   * @return what is observed; the same object every time, overwritten by the next step
   */
  public Step reset(long seed, Options options) {
    lane.reset(seed, options, batch);
    ready = true;
    return step;
  }

  /**
   * Starts the next episode; the random stream goes on.
   *
   * @return what is observed; the same object every time, overwritten by the next step
   */
  public Step reset() {
    lane.reset(FIRST_LANE, batch);
    ready = true;
    return step;
  }

  /**
   * Takes a choice of a Discrete action space.
   *
   * @param choice 0 to n - 1
   * @return what came of it; the same object every time, overwritten by the next step
   */
  public Step step(int choice) {
    requireOneNumber();
    action[0] = choice;
    return step(action);
  }

  /**
   * Takes an action.
   *
   * @param values an element of the action space, {@code actionSpace().size()} floats; only read
   * @return what came of it; the same object every time, overwritten by the next step
   * @throws IllegalStateException before a reset, and after the episode ended
   */
  public Step step(float[] values) {
    if (!ready) {
      throw new IllegalStateException(
          batch.ends[0] == 0
              ? "reset the environment before the first step"
              : "the episode ended; reset first");
    }
    lane.step(values, batch);
    ready = batch.ends[0] == 0;
    return step;
  }

  private void requireOneNumber() {
    if (action.length != 1) {
      throw new IllegalArgumentException(
          "the action space takes " + action.length + " numbers, not one");
    }
  }

  /** {@return the result of the last reset or step} */
  public Step last() {
    return step;
  }

  /** {@return whether the episode has ended} */
  public boolean ended() {
    return batch.ends[0] != 0;
  }

  /** {@return why the episode ended, {@link EndReason#NONE} while it goes on} */
  public EndReason endReason() {
    return step.endReason();
  }

  /** {@return what is known of the environment before it runs, wrappers included} */
  public EnvironmentSpec spec() {
    return lane.spec();
  }

  /** {@return the observation space} */
  public Space observationSpace() {
    return lane.spec().observation();
  }

  /** {@return the action space} */
  public Space actionSpace() {
    return lane.spec().action();
  }

  /**
   * {@return the part of this environment that can do something more; see {@link EnvironmentLogic#find}}
   *
   * @param <T> that type
   * @param kind type that can do it, such as an interface of the environment's
   */
  public <T> Optional<T> find(Class<T> kind) {
    return lane.find(0, kind);
  }

  /** {@return the present state as text for a person} */
  public String render() {
    return lane.render(0);
  }

  /** {@return whether the state can be saved, restored and forked} */
  public boolean resumable() {
    return lane.resumable();
  }

  /**
   * {@return the whole state as bytes, for {@link #restore(byte[])} of this or another environment of the same make}
   *
   * @throws UnsupportedOperationException unless {@link #resumable}
   */
  public byte[] snapshot() {
    return Snapshots.take(this);
  }

  /**
   * Goes back to a {@link #snapshot}.
   *
   * @param snapshot of this or another environment of the same make
   * @throws IllegalArgumentException if it is not
   */
  public void restore(byte[] snapshot) {
    Snapshots.restore(this, snapshot);
  }

  /**
   * {@return an environment of its own in the same state, random stream included: both give the same results for the
   * same actions}
   *
   * @throws UnsupportedOperationException unless {@link #resumable}
   */
  public Environment fork() {
    Environment copy = new Environment(lane.fork());
    copy.batch.copyFrom(batch);
    copy.ready = ready;
    return copy;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeBoolean(ready);
    batch.save(out);
    lane.save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    ready = in.readBoolean();
    batch.restore(in);
    lane.restore(in);
  }

  @Override
  public void close() {
    lane.close();
  }
}
