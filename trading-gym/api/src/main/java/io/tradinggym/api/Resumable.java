package io.tradinggym.api;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Something whose whole state can be written and read back, so that a run continues with the same bits. What is
 * configuration (sizes, settings, data) is not state: it is rebuilt first, then restored into.
 */
public interface Resumable {
  /**
   * Writes the whole state.
   *
   * @param out where the bytes go, from its present place on
   * @throws IOException if it cannot be written
   */
  void save(DataOutput out) throws IOException;

  /**
   * Reads what {@link #save} wrote, replacing the state.
   *
   * @param in where it was written, at its first byte
   * @throws IOException if it cannot be read
   */
  void restore(DataInput in) throws IOException;
}
