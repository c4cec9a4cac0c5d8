package io.tradinggym.examples.lessons.twin;

import io.tradinggym.api.Action;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.Frame;
import io.tradinggym.api.Options;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.space.Box;
import io.tradinggym.api.space.Discrete;
import java.util.concurrent.atomic.LongAdder;

/**
 * Lesson 5: a spread that returns to its mean, x' = 0.8 x + e with e normal of deviation 1, and a trader who is short,
 * flat or long one unit of it.
 *
 * <pre>
 * | index | observation | unit   | min  | max |
 * | 0     | spread      | ticks  | -100 | 100 |
 * | 1     | position    | units  | -1   | 1   |
 * </pre>
 *
 * <p>Actions: 0 short, 1 flat, 2 long, held until the next step. Reward: position times the change of the spread, less
 * 0.1 tick for each unit traded. Start: spread 0, flat. Truncated after 100 steps.
 */
public final class SpreadTrading implements EnvironmentLogic {
  private static final EnvironmentSpec SPEC =
      EnvironmentSpec.of("Spread-v1")
          .observation(Box.of(-100, 100, 2))
          .action(Discrete.of(3))
          .maxSteps(100)
          .build();

  private final boolean forgetful;
  private final LongAdder traded;
  private double spread;
  private int position;

  /**
   * @param forgetful plants the bug of lesson 5: a reset forgets to close the position
   */
  public SpreadTrading(boolean forgetful) {
    this(forgetful, new LongAdder());
  }

  /**
   * The same, for lesson 9.
   *
   * @param traded counts the units that are traded
   */
  public SpreadTrading(boolean forgetful, LongAdder traded) {
    this.forgetful = forgetful;
    this.traded = traded;
  }

  @Override
  public EnvironmentSpec spec() {
    return SPEC;
  }

  @Override
  public void reset(RandomStream random, Options options, Frame frame) {
    spread = 0;
    position = forgetful ? position : 0;
    observe(frame);
  }

  @Override
  public EndReason step(Action action, RandomStream random, Frame frame) {
    int wanted = action.discrete() - 1;
    double next = 0.8 * spread + random.gaussian();
    frame.reward(wanted * (next - spread) - 0.1 * Math.abs(wanted - position));
    traded.add(Math.abs(wanted - position));
    position = wanted;
    spread = next;
    observe(frame);
    return EndReason.NONE;
  }

  private void observe(Frame frame) {
    frame.observe(0, spread);
    frame.observe(1, position);
  }
}
