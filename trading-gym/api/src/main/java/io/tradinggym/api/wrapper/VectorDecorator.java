package io.tradinggym.api.wrapper;

import io.tradinggym.api.AutoReset;
import io.tradinggym.api.Batch;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.Options;
import io.tradinggym.api.VectorEnvironment;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;

/** Base of wrappers around all lanes together: passes everything on. */
public abstract class VectorDecorator implements VectorEnvironment {
  /** What is wrapped. */
  protected final VectorEnvironment inner;

  private final EnvironmentSpec spec;

  /**
   * Wraps an environment; the spec is what the whole looks like from outside.
   *
   * @param inner which this steps alone and closes
   * @param spec what the whole looks like from outside
   */
  protected VectorDecorator(VectorEnvironment inner, EnvironmentSpec spec) {
    this.inner = inner;
    this.spec = spec;
  }

  /** {@return the wrapped environment} */
  public VectorEnvironment inner() {
    return inner;
  }

  @Override
  public EnvironmentSpec spec() {
    return spec;
  }

  @Override
  public int lanes() {
    return inner.lanes();
  }

  @Override
  public AutoReset autoReset() {
    return inner.autoReset();
  }

  @Override
  public void reset(long seed, Options options, Batch out) {
    inner.reset(seed, options, out);
  }

  @Override
  public void reset(boolean[] lanes, Batch out) {
    inner.reset(lanes, out);
  }

  @Override
  public void step(float[] actions, Batch out) {
    inner.step(actions, out);
  }

  @Override
  public String render(int lane) {
    return inner.render(lane);
  }

  @Override
  public <T> Optional<T> find(int lane, Class<T> kind) {
    return inner.find(lane, kind);
  }

  @Override
  public boolean resumable() {
    return inner.resumable();
  }

  @Override
  public void save(DataOutput out) throws IOException {
    inner.save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    inner.restore(in);
  }

  @Override
  public void close() {
    inner.close();
  }
}
