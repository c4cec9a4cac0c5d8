/**
 * Models that do not change, and names that do. A version is a folder whose name is the hash of what is in it; the
 * aliases champion, challenger and previous say which version trades, which one is tried and which one to go back to.
 *
 * <p>{@link io.tradinggym.allocator.registry.ModelRegistry} keeps all of it in a folder: nothing is half written, a
 * kill at any moment leaves the old state or the new one.
 */
@NullMarked
package io.tradinggym.allocator.registry;

import org.jspecify.annotations.NullMarked;
