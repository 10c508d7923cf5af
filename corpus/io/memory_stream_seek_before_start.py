# harness:
#   description: BytesIO seeks that land before the start, relative to the position and to the end
#   tags: [io, memory]
import io
import os

stream = io.BytesIO(b"0123456789")
with open("data.bin", "wb+") as file:
    file.write(b"0123456789")
    for offset, whence in ((-1, os.SEEK_SET), (-10, os.SEEK_END), (-11, os.SEEK_END), (-100, os.SEEK_END),
                           (-3, os.SEEK_CUR), (-5, os.SEEK_CUR), (5, os.SEEK_END), (-16, os.SEEK_CUR)):
        for name, target in (("BytesIO", stream), ("file", file)):
            target.seek(4)
            try:
                print(f"{name}.seek({offset}, {whence}) ->", target.seek(offset, whence), target.tell())
            except (OSError, ValueError) as error:
                print(f"{name}.seek({offset}, {whence}) ->", type(error).__name__, target.tell())
