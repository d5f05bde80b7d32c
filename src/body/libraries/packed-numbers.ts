/** An array of small numbers, packed. */
export interface PackedNumbers {
  data: Uint32Array
  get(index: number): number
  set(index: number, value: number): void
}

export function copyNumbers(numbers: PackedNumbers): PackedNumbers {
  const copy = copyOf(numbers)
  copy.data = numbers.data.slice()
  return copy
}

/** An object of the same class with the same members. */
export function copyOf<T extends object>(value: T): T {
  return Object.assign(Object.create(Object.getPrototypeOf(value)), value)
}
