package io.tradinggym.api.wrapper;

import io.tradinggym.api.Action;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.Frame;
import io.tradinggym.api.LaneState;
import io.tradinggym.api.Options;
import io.tradinggym.api.Resumable;
import io.tradinggym.api.random.RandomStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Base of wrappers around one lane's law: passes everything on. The inner law writes into the same frame, so a subclass
 * may change what was written, except the observation, which the law may write in part only: for that extend {@link
 * ObservationWrapper}. A subclass with state overrides {@link #save} and {@link #restore}, calling these first, and may
 * say what it carries in {@link #ownState}.
 */
public abstract class LogicWrapper implements EnvironmentLogic, Resumable {
  /** What is wrapped. */
  protected final EnvironmentLogic inner;

  private final EnvironmentSpec spec;

  /**
   * Wraps a law; the spec is what the whole looks like from outside.
   *
   * @param inner which this steps alone and closes
   * @param spec what the whole looks like from outside
   */
  protected LogicWrapper(EnvironmentLogic inner, EnvironmentSpec spec) {
    this.inner = inner;
    this.spec = spec;
  }

  /** {@return the wrapped law} */
  public EnvironmentLogic inner() {
    return inner;
  }

  @Override
  public EnvironmentSpec spec() {
    return spec;
  }

  @Override
  public void reset(RandomStream random, Options options, Frame frame) {
    inner.reset(random, options, frame);
  }

  @Override
  public EndReason step(Action action, RandomStream random, Frame frame) {
    return inner.step(action, random, frame);
  }

  @Override
  public <T> Optional<T> find(Class<T> kind) {
    return kind.isInstance(this) ? Optional.of(kind.cast(this)) : inner.find(kind);
  }

  @Override
  public boolean resumable() {
    return inner.resumable();
  }

  @Override
  public void save(DataOutput out) throws IOException {
    innerState().save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    innerState().restore(in);
  }

  /** That of the wrapped law, and {@link #ownState} after it. */
  @Override
  public final Optional<LaneState> laneState() {
    return inner
        .laneState()
        .flatMap(within -> ownState().map(own -> LaneState.of(List.of(within, own))));
  }

  /**
   * {@return what the wrapper itself carries from step to step; empty, unless a subclass says otherwise} See {@link
   * #laneState}.
   */
  protected Optional<LaneState> ownState() {
    return Optional.empty();
  }

  private Resumable innerState() {
    if (inner instanceof Resumable resumable) {
      return resumable;
    }
    throw new UnsupportedOperationException(inner.getClass().getName() + " is not Resumable");
  }

  @Override
  public String render() {
    return inner.render();
  }

  @Override
  public void close() {
    inner.close();
  }
}
