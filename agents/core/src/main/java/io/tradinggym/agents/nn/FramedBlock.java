package io.tradinggym.agents.nn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.EOFException;
import java.io.IOException;
import java.io.UTFDataFormatException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * A versioned block of bytes with check sums, big-endian:
 *
 * <pre>
 * int magic "TGNN" | byte[8] kind, space-padded | int version | int length | int CRC-32 of the header
 * byte[length] body | int CRC-32 of the body
 * </pre>
 *
 * The header has its own sum, so that a damaged length is refused before memory is taken for it.
 */
public final class FramedBlock {
  private static final int MAGIC = 0x54474E4E;
  private static final int KIND = 8;
  private static final int HEADER = 4 + KIND + 4 + 4;
  private static final int PART = 1 << 16;

  private FramedBlock() {}

  /**
   * Writes a block of a kind (at most 8 letters).
   *
   * @param out where it is written
   * @param kind name of the format, at most 8 letters
   * @param version of the format of the body
   * @param body what the block holds
   * @throws IOException if it cannot be written
   */
  public static void write(DataOutput out, String kind, int version, byte[] body)
      throws IOException {
    byte[] header =
        ByteBuffer.allocate(HEADER)
            .putInt(MAGIC)
            .put(padded(kind))
            .putInt(version)
            .putInt(body.length)
            .array();
    out.write(header);
    out.writeInt(sum(header));
    out.write(body);
    out.writeInt(sum(body));
  }

  /**
   * Reads the body of a block.
   *
   * @param in where the block begins
   * @param kind name of the format, at most 8 letters
   * @param version that the body must be of
   * @return the body
   * @throws ModelFormatException if it is damaged, cut short, of another kind or version
   */
  public static byte[] read(DataInput in, String kind, int version) throws IOException {
    ByteBuffer fields = header(in, kind);
    int foundVersion = fields.getInt();
    if (foundVersion != version) {
      throw new ModelFormatException(
          kind + " has version " + foundVersion + ", this library reads version " + version);
    }
    byte[] body = bytes(in, fields.getInt(), kind + " body");
    if (number(in, kind + " body") != sum(body)) {
      throw new ModelFormatException(kind + " body is damaged: its check sum does not match");
    }
    return body;
  }

  /**
   * Passes over a block of any version, to what stands behind it.
   *
   * @param in where the block begins
   * @param kind name of the format that the block must be of
   * @throws ModelFormatException if it is damaged, cut short or of another kind
   * @throws IOException if it cannot be read
   */
  public static void skip(DataInput in, String kind) throws IOException {
    ByteBuffer fields = header(in, kind);
    fields.getInt();
    bytes(in, fields.getInt(), kind + " body");
    number(in, kind + " body");
  }

  /** The fields behind the name. */
  private static ByteBuffer header(DataInput in, String kind) throws IOException {
    byte[] header = bytes(in, HEADER, kind + " header");
    int headerSum = number(in, kind + " header");
    ByteBuffer fields = ByteBuffer.wrap(header);
    if (fields.getInt() != MAGIC) {
      throw new ModelFormatException(
          "not a model of this library: expected " + kind + ", which begins with TGNN");
    }
    if (headerSum != sum(header)) {
      throw new ModelFormatException(kind + " header is damaged: its check sum does not match");
    }
    byte[] name = new byte[KIND];
    fields.get(name);
    String found = new String(name, StandardCharsets.US_ASCII).strip();
    if (!found.equals(kind)) {
      throw new ModelFormatException("expected " + kind + ", found " + found);
    }
    return fields;
  }

  private static byte[] padded(String kind) {
    byte[] name = String.format("%-" + KIND + "s", kind).getBytes(StandardCharsets.US_ASCII);
    if (name.length != KIND) {
      throw new IllegalArgumentException(
          "kind must have at most " + KIND + " letters, was " + kind);
    }
    return name;
  }

  /**
   * What reads the contents of a block or file whose sums are right.
   *
   * @param <T> what is read
   */
  @FunctionalInterface
  public interface Contents<T> {
    /**
     * Reads them.
     *
     * @return what was read
     * @throws IOException if they cannot be read
     */
    T read() throws IOException;
  }

  /**
   * Reads contents that another program may have written: whatever they make a reader do, it is a refusal.
   *
   * @param <T> what is read
   * @param what is read, such as {@code policy}
   * @param reader reads them
   * @return what was read
   * @throws IOException if the file cannot be read
   * @throws ModelFormatException if they end too early, hold what cannot be, or ask for more memory than there is
   */
  public static <T> T contents(String what, Contents<T> reader) throws IOException {
    try {
      return reader.read();
    } catch (EOFException e) {
      throw new ModelFormatException("the " + what + " ends before all of it was read", e);
    } catch (UTFDataFormatException e) {
      throw new ModelFormatException("the " + what + " holds text that is none", e);
    } catch (OutOfMemoryError | NegativeArraySizeException | ArithmeticException e) {
      throw new ModelFormatException(
          "the "
              + what
              + " asks for more memory than there is; it is damaged, or needs a larger -Xmx",
          e);
    } catch (IllegalArgumentException e) {
      throw new ModelFormatException("the " + what + " holds what cannot be: " + e.getMessage(), e);
    } catch (RuntimeException e) {
      throw new ModelFormatException("the " + what + " does not hold together", e);
    }
  }

  /**
   * So many bytes, taken a part at a time: a length that is wrong meets the end of the file before it takes memory.
   *
   * @param in read from where it stands
   * @param length how many, &gt;= 0
   * @return the bytes
   * @throws IOException if there are fewer
   * @throws ModelFormatException if the length is below 0
   */
  public static byte[] bytes(DataInput in, int length) throws IOException {
    if (length < 0) {
      throw new ModelFormatException("a length is damaged: it is " + length);
    }
    byte[] bytes = new byte[Math.min(length, PART)];
    int read = 0;
    while (true) {
      in.readFully(bytes, read, bytes.length - read);
      read = bytes.length;
      if (read == length) {
        return bytes;
      }
      bytes = Arrays.copyOf(bytes, (int) Math.min(length, 2L * read));
    }
  }

  private static byte[] bytes(DataInput in, int length, String what) throws IOException {
    try {
      return bytes(in, length);
    } catch (EOFException e) {
      throw new ModelFormatException(what + " is cut short: " + length + " bytes were expected", e);
    }
  }

  private static int number(DataInput in, String what) throws IOException {
    try {
      return in.readInt();
    } catch (EOFException e) {
      throw new ModelFormatException(what + " is cut short: its check sum is missing", e);
    }
  }

  private static int sum(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return (int) crc.getValue();
  }
}
