package io.tradinggym.api.wrapper;

import io.tradinggym.api.Action;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Frame;
import io.tradinggym.api.LaneWrapper;
import io.tradinggym.api.Options;
import io.tradinggym.api.random.RandomStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;

/**
 * Refuses a step before the first reset and after an end. The engine already does; this is for those who drive an
 * {@link EnvironmentLogic} themselves.
 */
public final class OrderEnforcing extends LogicWrapper {
  private boolean started;
  private boolean running;

  /**
   * Wraps a law.
   *
   * @param inner the law that is wrapped
   */
  public OrderEnforcing(EnvironmentLogic inner) {
    super(inner, Settings.with(inner.spec(), "OrderEnforcing", Map.of()).build());
  }

  /** {@return a wrapper that refuses steps before a reset} */
  public static LaneWrapper enforced() {
    return OrderEnforcing::new;
  }

  @Override
  public void reset(RandomStream random, Options options, Frame frame) {
    inner.reset(random, options, frame);
    started = true;
    running = true;
  }

  @Override
  public EndReason step(Action action, RandomStream random, Frame frame) {
    if (!running) {
      throw new IllegalStateException(
          spec().id()
              + (started
                  ? ": the episode ended; reset first"
                  : " must be reset before it is stepped"));
    }
    EndReason end = inner.step(action, random, frame);
    running = !end.ended();
    return end;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    super.save(out);
    out.writeBoolean(started);
    out.writeBoolean(running);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    super.restore(in);
    started = in.readBoolean();
    running = in.readBoolean();
  }
}
