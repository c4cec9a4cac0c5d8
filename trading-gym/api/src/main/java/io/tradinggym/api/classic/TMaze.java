package io.tradinggym.api.classic;

import io.tradinggym.api.Action;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.Frame;
import io.tradinggym.api.Option;
import io.tradinggym.api.Options;
import io.tradinggym.api.Resumable;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.space.Box;
import io.tradinggym.api.space.Discrete;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * TMaze-v1: a sign at the entrance of a corridor tells where to turn at its far end. The test of memory: in between,
 * nothing of the sign is seen.
 *
 * <pre>
 * | index | observation                                   | min | max |
 * | 0     | sign: -1 left, 1 right; 0 after the first step | -1  | 1   |
 * | 1     | 1 at the junction                             | 0   | 1   |
 * </pre>
 *
 * <p>Actions: 0 goes on, 1 turns left, 2 turns right. Reward: 1 for the right turn at the junction, -1 for the wrong
 * one, -0.1 for walking into a wall. Start: the entrance, either sign with equal chance. Terminates at a turn at the
 * junction ({@link EndReason#GOAL_REACHED}, {@link EndReason#GOAL_LOST}); truncated after 3 x length + 20 steps.
 *
 * <p>Best return 1; an agent without memory guesses, which is worth 0 on average.
 *
 * <p>Version history: v1, after Bakker's task, with a reward for the wrong turn that makes guessing worth nothing.
 *
 * @see <a href="https://papers.nips.cc/paper/1953-reinforcement-learning-with-long-short-term-memory">Bakker (2002)</a>
 */
public final class TMaze implements EnvironmentLogic, Resumable {
  /** Steps from the entrance to the junction. */
  public static final Option<Integer> LENGTH =
      Option.integer("length", 10, "steps from the entrance to the junction, 1 to 10000");

  private static final int LONGEST = 10_000;
  private static final int RIGHT = 2;

  private final int length;
  private final EnvironmentSpec spec;
  private int sign;
  private int position;

  /**
   * A maze.
   *
   * @param length steps from the entrance to the junction, in [1, 10000]
   */
  public TMaze(int length) {
    if (length < 1 || length > LONGEST) {
      throw new IllegalArgumentException("length must be in 1 .. " + LONGEST + ", was " + length);
    }
    this.length = length;
    spec =
        EnvironmentSpec.of("TMaze-v1")
            .observation(Box.of(new float[] {-1, 0}, new float[] {1, 1}))
            .action(Discrete.of(3))
            .maxSteps(3 * length + 20)
            .rewardThreshold(0.9)
            .build();
  }

  @Override
  public EnvironmentSpec spec() {
    return spec;
  }

  @Override
  public void reset(RandomStream random, Options options, Frame frame) {
    sign = random.bernoulli(0.5) ? 1 : -1;
    position = 0;
    frame.observe(0, sign);
    frame.observe(1, 0);
  }

  @Override
  public EndReason step(Action action, RandomStream random, Frame frame) {
    boolean turns = action.discrete() != 0;
    if (turns && position == length) {
      boolean right = sign == (action.discrete() == RIGHT ? 1 : -1);
      frame.reward(right ? 1 : -1);
      observe(frame);
      return right ? EndReason.GOAL_REACHED : EndReason.GOAL_LOST;
    }
    boolean bumps = turns || position == length;
    frame.reward(bumps ? -0.1 : 0);
    position += bumps ? 0 : 1;
    observe(frame);
    return EndReason.NONE;
  }

  private void observe(Frame frame) {
    frame.observe(0, 0);
    frame.observe(1, position == length ? 1 : 0);
  }

  @Override
  public String render() {
    return "step "
        + position
        + " of "
        + length
        + ", the sign said "
        + (sign > 0 ? "right" : "left");
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(sign);
    out.writeInt(position);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    sign = in.readInt();
    position = in.readInt();
  }
}
