package io.tradinggym.api.wrapper;

import io.tradinggym.api.util.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A buffered big-endian writer that hashes what it writes and allocates nothing while it does. */
final class JournalWriter {
  private static final int CAPACITY = 1 << 16;
  private static final int LONGEST_NUMBER = Long.BYTES;

  private final OutputStream stream;
  private final MessageDigest sha;
  private final byte[] bytes = new byte[CAPACITY];
  private final ByteBuffer buffer = ByteBuffer.wrap(bytes);

  JournalWriter(OutputStream stream) {
    this.stream = stream;
    sha = Sha256.digest();
  }

  void writeByte(int value) {
    room().put((byte) value);
  }

  void writeInt(int value) {
    room().putInt(value);
  }

  void writeLong(long value) {
    room().putLong(value);
  }

  /** Length as an int, then the bytes of the text in UTF-8. */
  void writeUtf(String text) {
    byte[] utf = text.getBytes(StandardCharsets.UTF_8);
    writeInt(utf.length);
    for (byte b : utf) {
      writeByte(b);
    }
  }

  byte[] digest() {
    flush();
    try {
      return ((MessageDigest) sha.clone()).digest();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the platform's SHA-256 cannot be read midway", e);
    }
  }

  void close() throws IOException {
    flush();
    stream.close();
  }

  private ByteBuffer room() {
    if (buffer.remaining() < LONGEST_NUMBER) {
      flush();
    }
    return buffer;
  }

  private void flush() {
    sha.update(bytes, 0, buffer.position());
    try {
      stream.write(bytes, 0, buffer.position());
    } catch (IOException e) {
      throw new UncheckedIOException("the journal could not be written", e);
    }
    buffer.clear();
  }
}
