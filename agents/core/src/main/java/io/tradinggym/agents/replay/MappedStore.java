package io.tradinggym.agents.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Floats in a temporary file, mapped into memory: the system keeps at hand what is used. Gone when it is closed. */
final class MappedStore implements FloatStore {
  private static final int BLOCK = 1 << 20;

  private final Arena arena;
  private final MemorySegment values;

  private MappedStore(Arena arena, MemorySegment values) {
    this.arena = arena;
    this.values = values;
  }

  static MappedStore create(long size, Path folder) {
    long bytes = size * Float.BYTES;
    try {
      Path file = Files.createTempFile(folder, "replay", ".floats");
      // The mapping outlives the file's name and its channel.
      try (FileChannel channel =
          FileChannel.open(
              file,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE)) {
        claim(channel, bytes);
        Arena arena = Arena.ofShared();
        return new MappedStore(arena, channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes, arena));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "a replay of %,d bytes does not fit into %s: %s; lower the capacity, allow more memory, or set java.io.tmpdir"
              .formatted(bytes, folder, e.getMessage()),
          e);
    }
  }

  /** Writes zeros: a full disk is met here, with an exception, and not later, in a mapped page, with a crash. */
  private static void claim(FileChannel channel, long bytes) throws IOException {
    ByteBuffer zeros = ByteBuffer.allocateDirect(BLOCK);
    for (long done = 0; done < bytes; ) {
      zeros.clear().limit((int) Math.min(BLOCK, bytes - done));
      done += channel.write(zeros);
    }
  }

  @Override
  public void put(float[] from, int at, int count, long to) {
    MemorySegment.copy(from, at, values, ValueLayout.JAVA_FLOAT, to * Float.BYTES, count);
  }

  @Override
  public void get(long from, int count, float[] to, int at) {
    MemorySegment.copy(values, ValueLayout.JAVA_FLOAT, from * Float.BYTES, to, at, count);
  }

  @Override
  public void close() {
    arena.close();
  }
}
