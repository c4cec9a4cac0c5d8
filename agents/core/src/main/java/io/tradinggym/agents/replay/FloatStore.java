package io.tradinggym.agents.replay;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** Many floats, in memory or in a file; both give back what was put, bit for bit. For one thread. */
sealed interface FloatStore extends AutoCloseable permits ArrayStore, MappedStore {
  /** Floats moved at a time between a store and a stream. */
  int CHUNK = 1 << 14;

  /**
   * Zeros.
   *
   * @param memory bytes above which they lie in a temporary file
   * @throws UncheckedIOException if that file cannot be made, or the disk is full
   */
  static FloatStore of(long size, long memory) {
    boolean fits = size * Float.BYTES <= memory && size <= Integer.MAX_VALUE - 8;
    return fits
        ? new ArrayStore((int) size)
        : MappedStore.create(size, Path.of(System.getProperty("java.io.tmpdir")));
  }

  void put(float[] from, int at, int count, long to);

  void get(long from, int count, float[] to, int at);

  @Override
  void close();

  default void save(DataOutput out, long from, long count) throws IOException {
    float[] some = new float[CHUNK];
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * CHUNK);
    for (long done = 0; done < count; done += CHUNK) {
      int n = (int) Math.min(CHUNK, count - done);
      get(from + done, n, some, 0);
      bytes.clear().asFloatBuffer().put(some, 0, n);
      out.write(bytes.array(), 0, Float.BYTES * n);
    }
  }

  default void restore(DataInput in, long from, long count) throws IOException {
    float[] some = new float[CHUNK];
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * CHUNK);
    for (long done = 0; done < count; done += CHUNK) {
      int n = (int) Math.min(CHUNK, count - done);
      in.readFully(bytes.array(), 0, Float.BYTES * n);
      bytes.clear().asFloatBuffer().get(some, 0, n);
      put(some, 0, n, from + done);
    }
  }
}
