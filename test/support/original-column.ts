/** The library's own class of columns, of which the given one is made. */
export function originalColumn<Class extends new (...options: never[]) => object>(Column: Class): Class {
  for (let prototype = Column.prototype; prototype !== null; prototype = Object.getPrototypeOf(prototype)) {
    if (prototype.constructor.name === 'ChunkColumn') return prototype.constructor
  }
  throw new Error(`No class of the library is behind the column class "${Column.name}".`)
}
