package io.tradinggym.agents.train;

import io.tradinggym.agents.nn.ModelFormatException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

/**
 * A file of any size, written and read as a stream, big-endian:
 *
 * <pre>
 * int magic "TGCK" | int version | body | int CRC-32 of everything before
 * </pre>
 *
 * It is replaced in one step, so that a crash or a full disk leaves the old one intact, and its check sum is looked at
 * before anything is read out of it.
 */
final class CheckpointFile {
  private static final int MAGIC = 0x5447434B;
  private static final int VERSION = 3;
  private static final int BUFFER = 1 << 16;
  private static final int LEAST = 3 * Integer.BYTES;

  private CheckpointFile() {}

  interface Writer {
    void write(DataOutputStream out) throws IOException;
  }

  interface Reader {
    void read(DataInputStream in) throws IOException;
  }

  static void write(Path file, Writer body) throws IOException {
    Path target = file.toAbsolutePath();
    Path temporary = Files.createTempFile(target.getParent(), target.getFileName() + ".", ".tmp");
    try {
      try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        CRC32 sum = new CRC32();
        OutputStream checked = new CheckedOutputStream(Channels.newOutputStream(channel), sum);
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(checked, BUFFER));
        out.writeInt(MAGIC);
        out.writeInt(VERSION);
        body.write(out);
        out.flush();
        out.writeInt((int) sum.getValue());
        out.flush();
        channel.force(true);
      }
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /**
   * Reads a file.
   *
   * @throws ModelFormatException if it is damaged, cut short, longer than its reader wants, or of another version
   */
  static void read(Path file, Reader body) throws IOException {
    long length = Files.size(file) - Integer.BYTES;
    requireSound(file, length);
    try (LimitedStream limited = new LimitedStream(Files.newInputStream(file), length)) {
      DataInputStream in = new DataInputStream(new BufferedInputStream(limited, BUFFER));
      in.readInt();
      in.readInt();
      body.read(in);
      if (in.read() >= 0) {
        throw new ModelFormatException("the checkpoint holds more than this run can take back");
      }
    }
  }

  private static void requireSound(Path file, long length) throws IOException {
    if (length + Integer.BYTES < LEAST) {
      throw new ModelFormatException("the checkpoint is cut short: it is smaller than its frame");
    }
    CRC32 sum = new CRC32();
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
      byte[] bytes = new byte[BUFFER];
      for (long left = length; left > 0; ) {
        int count = (int) Math.min(left, bytes.length);
        in.readFully(bytes, 0, count);
        if (left == length) {
          requireKnown(java.nio.ByteBuffer.wrap(bytes));
        }
        sum.update(bytes, 0, count);
        left -= count;
      }
      if (in.readInt() != (int) sum.getValue()) {
        throw new ModelFormatException("the checkpoint is damaged: its check sum does not match");
      }
    }
  }

  private static void requireKnown(java.nio.ByteBuffer header) throws ModelFormatException {
    if (header.getInt() != MAGIC) {
      throw new ModelFormatException("not a checkpoint of this library, or an old one");
    }
    int version = header.getInt();
    if (version != VERSION) {
      throw new ModelFormatException(
          "the checkpoint has version " + version + ", this library reads version " + VERSION);
    }
  }

  /** Ends before the check sum. */
  private static final class LimitedStream extends InputStream {
    private final InputStream in;
    private long left;

    LimitedStream(InputStream in, long left) {
      this.in = in;
      this.left = left;
    }

    @Override
    public int read() throws IOException {
      if (left == 0) {
        return -1;
      }
      left--;
      return in.read();
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
      if (left == 0) {
        return -1;
      }
      int got = in.read(bytes, from, (int) Math.min(left, count));
      left -= Math.max(0, got);
      return got;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
