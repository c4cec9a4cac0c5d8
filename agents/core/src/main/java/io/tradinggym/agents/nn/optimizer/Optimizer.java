package io.tradinggym.agents.nn.optimizer;

import io.tradinggym.agents.nn.ModelFormatException;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Takes steps down a gradient, and remembers what it needs for the next. For one parameter array, of fixed length. */
public interface Optimizer {
  /**
   * Changes the parameters by one step.
   *
   * @param params changed in place
   * @param gradient of the loss, as long as the parameters; read only
   * @param learningRate &gt;= 0, handed in at each step so that schedules stay outside
   */
  void step(float[] params, float[] gradient, double learningRate);

  /** {@return the number of steps taken} */
  long steps();

  /**
   * Writes the state, so that a resumed run continues with the same bits. Settings are not part of it.
   *
   * @param out where it is written
   * @throws IOException if it cannot be written
   */
  void save(DataOutput out) throws IOException;

  /**
   * Replaces the state by one that {@link #save} wrote.
   *
   * @param in where {@link #save} began
   * @throws ModelFormatException if it is damaged, or of another kind, version or length; the state is then unchanged
   */
  void load(DataInput in) throws IOException;
}
